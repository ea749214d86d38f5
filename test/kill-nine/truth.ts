import type pg from "pg";
import { connectClient } from "../../src/platform/database/config.ts";
import { databaseName } from "../../src/platform/database/embedded/cluster.ts";
import { configFor } from "../../src/platform/database/embedded/keeper.ts";
import { placesIn } from "../../src/platform/database/embedded/places.ts";
import type { Portal } from "../portal-process.ts";
import { ofFlows } from "./halves/flows.ts";
import { ofMails } from "./halves/mails.ts";
import { ofRegistration } from "./halves/registered.ts";
import { symbol } from "./letters.ts";
import type { Mailbox } from "./mailbox.ts";

const questions = [...ofRegistration, ...ofFlows, ...ofMails];

/** What the database holds, read past row security by its administrator. */
export const asRoot = async <T>(
  { dataFolder }: Portal,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> => {
  const config = configFor(placesIn(dataFolder), "root", databaseName);
  const client = await connectClient({ config, applicationName: "kill-nine" });
  // It is lost with the database when that is killed.
  client.on("error", () => {});
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
};

/** `accounts`: of our letters, without those of the samples. */
export type Truth = { readonly accounts: number; readonly halves: readonly string[] };

/** A mail arrives before it counts as sent: the folder is read between the two. */
const unarrived = async (client: pg.Client, { ids }: Mailbox): Promise<readonly string[]> => {
  const { rows } = await client.query<{ id: string }>("select id from mail where state = 'sent'");
  const arrived = new Set(ids());
  const lost = rows.filter(({ id }) => !arrived.has(id));
  return lost.length > 0 ? [`${lost.length} sent mails that never arrived`] : [];
};

export const truthOf = (portal: Portal, mails: Mailbox): Promise<Truth> =>
  asRoot(portal, async (client) => {
    const counted = await client.query<{ count: number }>(
      `select count(*)::int from account a join member m on m.id = a.member_id
        where m.symbol = $1`,
      [symbol],
    );
    const { rows } = await client.query<{ what: string; count: number }>(
      questions
        .map(({ what, from }) => `select '${what}' as what, count(*)::int as count from ${from}`)
        .join(" union all "),
      [mails.ids()],
    );
    const broken = rows.filter(({ count }) => count > 0);
    return {
      accounts: counted.rows[0]?.count ?? 0,
      halves: [
        ...broken.map(({ what, count }) => `${count} ${what}`),
        ...(await unarrived(client, mails)),
      ],
    };
  });

/** How often a press was committed to any flow. */
export const commits = (portal: Portal): Promise<number> =>
  asRoot(portal, async (client) => {
    const { rows } = await client.query<{ turns: number }>(
      `select coalesce(sum(turn - coalesce(outcome = 'registered-elsewhere', false)::int), 0)::int
        as turns from flow where kind = 'first-sign-in'`,
    );
    return rows[0]?.turns ?? 0;
  });
