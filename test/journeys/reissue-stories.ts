import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { MemberId } from "../../src/kernel/ids.ts";
import { sql } from "../../src/platform/database/sql.ts";
import type { Visitor } from "../http-client.ts";
import type { Insured } from "../world/people.ts";
import type { World } from "../world/world.ts";
import { codeIn, passesSecondFactor } from "./new-stories.ts";
import { chosenPassword, signsIn, triesToSignIn } from "./stories.ts";

// A registered member gets a new letter: what the stories of it have in common.

export const newPassword = "kumo-no-ue-1868";

export type Printed = { readonly userId: string; readonly password: string };

export type AccountRow = {
  readonly id: string;
  readonly userId: string;
  readonly passwordHash: string;
  readonly email: string | null;
  readonly confirmedAt: string | null;
  readonly awaitsLetter: string | null;
  readonly registeredAt: string;
};

/** The first letter's folder of lists; `clear` it in `after`. */
export const reissueStoriesOf = (world: () => World) => {
  const folder = mkdtempSync(join(tmpdir(), "kenpo-reissued-"));
  let count = 0;

  /** As an operator does it. @returns what stands on the letter */
  const reissues = async (code: string, userId: string): Promise<Printed> => {
    count += 1;
    const csv = join(folder, `${count}.csv`);
    const values = { society: code, reason: "電話での申し出", csv };
    await world().command("accounts reissue", values, [userId]);
    // A code that is asked for later would overtake its notice.
    await world().mailsTo("nobody@example.jp");
    const [line] = parse(readFileSync(csv), { columns: true, bom: true }) as Record<
      string,
      string
    >[];
    return { userId: line?.仮ユーザID ?? "", password: line?.仮パスワード ?? "" };
  };

  const accountOf = async (code: string, memberId: MemberId): Promise<AccountRow> => {
    const { id } = world().society(code);
    const [rows] = await world().app.read(id, [
      sql`select id, user_id as "userId", password_hash as "passwordHash", email,
            email_confirmed_at as "confirmedAt", awaits_letter as "awaitsLetter",
            registered_at as "registeredAt"
            from account where society_id = ${id} and member_id = ${memberId}`,
    ]);
    const row = rows?.[0] as AccountRow | undefined;
    if (!row) throw new Error("not registered");
    return row;
  };

  type Whose = { readonly memberId?: MemberId; readonly userId?: string };
  const emailOf = async (code: string, { memberId, userId }: Whose): Promise<string> => {
    const { id } = world().society(code);
    const [rows] = await world().app.read(id, [
      sql`select email from account where society_id = ${id}
           and (member_id = ${memberId ?? null} or user_id = ${userId ?? null})`,
    ]);
    return (rows as { email: string }[])[0]?.email ?? "";
  };

  /** The code that an account with the mailbox as its second factor is asked for. */
  const passesByMail = async (browser: Visitor, email: string) => {
    const mail = (await world().mailsTo(email)).at(-1);
    return passesSecondFactor(browser, codeIn({ text: mail?.text ?? "" }));
  };

  /** What leads to an account, folded. */
  const loginsOf = async (code: string, accountId: string): Promise<readonly string[]> => {
    const { id } = world().society(code);
    const [rows] = await world().app.read(id, [
      sql`select login_key as key from login_directory
           where society_id = ${id} and kind = 'account' and target_id = ${accountId}`,
    ]);
    return (rows as { key: string }[]).map(({ key }) => key);
  };

  const begins = async (code: string, letter: Printed): Promise<Visitor> => {
    const browser = world().browser(code);
    await signsIn(browser, letter.userId, letter.password);
    await browser.follow();
    return browser;
  };

  const proves = async (browser: Visitor, code: string, { id, bornOn }: Insured) => {
    const { insurerNumber, policy } = world().society(code);
    const birthDate = bornOn.replaceAll("-", "");
    const isNew = policy.firstSignIn.style === "new";
    const proof = isNew ? { birthDate } : { insurerNumber, birthDate, terms: "agree" };
    await browser.submit(proof);
    const page = await browser.follow();
    if (page.path === "/first-sign-in/verify")
      await passesByMail(browser, await emailOf(code, { memberId: id }));
    if (isNew) await browser.submit({}, { button: "agree" });
    return browser.follow();
  };

  const isAtHome = async (browser: Visitor) => (await browser.get("/")).body.includes("鈴木　花子");

  return {
    reissues,
    accountOf,
    loginsOf,
    begins,
    proves,
    isAtHome,
    signsInWith: async (code: string, userId: string, password = chosenPassword) => {
      const browser = world().browser(code);
      // A code that is asked for later would overtake what waits.
      await world().mailsTo("nobody@example.jp");
      await triesToSignIn(browser, userId, password);
      if (browser.page().path === "/second-factor/verify")
        await passesByMail(browser, await emailOf(code, { userId }));
      return browser;
    },
    clear: () => rmSync(folder, { recursive: true }),
  };
};
