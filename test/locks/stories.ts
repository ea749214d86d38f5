import { sql } from "../../src/platform/database/sql.ts";
import type { Visitor } from "../http-client.ts";
import { signsIn, triesToSignIn } from "../journeys/stories.ts";
import type { Registered } from "../world/factors.ts";
import { openWorld, type World } from "../world/world.ts";

// What the stories of locks have in common: browsers at networks of their own.

/** Behind a proxy that is trusted, so that each browser may come from another source. */
export const worldOfSources = () =>
  openWorld(undefined, { environment: { TRUSTED_PROXIES: "127.0.0.1" } });

/** A browser at one of the networks 203.0.113.1 to 254. */
export const browserAt = (world: World, code: string, source: number): Visitor =>
  world.browser(code, { "x-forwarded-for": `203.0.113.${source}` });

/** Wrong passwords, one after the other. */
export const guesses = async (browser: Visitor, userId: string, times: number) => {
  let answer = await signsIn(browser, userId, "whatever-1");
  for (let time = 1; time < times; time += 1) answer = await signsIn(browser, userId, "whatever-1");
  return answer;
};

export const isHome = async (browser: Visitor) =>
  (await browser.get("/")).body.includes("鈴木　花子");

/** With the right password. */
export const getsIn = async (browser: Visitor, { userId, password }: Registered) => {
  await triesToSignIn(browser, userId, password);
  return isHome(browser);
};

export const storiesOf = (world: () => World) => {
  /** How often something is on record of an account. */
  const factsOf = async ({ code, accountId }: Registered, action: string): Promise<number> => {
    const found = await world().app.inSociety(world().society(code).id, (tx) =>
      tx.query(sql`
        select id from audit_fact
         where society_id = ${tx.society} and action = ${action} and subject_id = ${accountId}`),
    );
    return found.length;
  };

  /** Mails to the owner whose subject holds a word. */
  const mailsAbout = async ({ email }: Registered, word: string) =>
    (await world().mailsTo(email ?? "")).filter(({ subject }) => subject.includes(word));

  /** Everything that a wrong password may leave. */
  const rows = async () => {
    const [row] = await world().app.directory<{ counts: number[] }>(sql`
      select array[(select count(*)::int from failed_try),
        (select count(*)::int from sign_in_counter),
        (select count(*)::int from lock_notice)] as counts`);
    return row?.counts ?? [];
  };

  return { factsOf, mailsAbout, rows };
};
