import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PlainDate } from "../../../src/kernel/time.ts";
import { sql } from "../../../src/platform/database/sql.ts";
import { type Look, openBrowser } from "../../browser.ts";
import { openWorld, type World } from "../../world/world.ts";
import { type IssuedLetter, issuedLetters, issuesLetters } from "../browser-stories.ts";
import { words } from "./words.ts";

/** A letter, and what its holder knows by heart. */
export type Holder = IssuedLetter & {
  readonly memberId: string;
  readonly bornOn: PlainDate;
  /** メールアドレス of the members file. */
  readonly email: string | null;
};

type Row = Omit<Holder, "password" | "name">;

const holdersOf = async (world: World, folder: string, code: string): Promise<Holder[]> => {
  const { id } = world.society(code);
  const [rows] = await world.app.read(id, [
    sql`select c.issued_id as "userId", m.id as "memberId", m.born_on as "bornOn", m.email
          from provisional_credential c
          join member m on m.society_id = c.society_id and m.id = c.member_id
         where c.society_id = ${id} and c.state = 'active'`,
  ]);
  const byId = new Map((rows as Row[]).map((row) => [row.userId, row]));
  return issuedLetters(folder, code).map((letter) => {
    const row = byId.get(letter.userId);
    if (!row) throw new Error("a letter without a member");
    return { ...letter, ...row };
  });
};

/** Societies with their members files in and their letters issued; a browser beside them. */
export const openStage = async (codes: readonly string[]) => {
  const [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  const folder = mkdtempSync(join(tmpdir(), "kenpo-letters-"));
  const left = new Map<string, Holder[]>();
  for (const code of codes) {
    await issuesLetters(world, folder, code);
    left.set(code, await holdersOf(world, folder, code));
  }
  return {
    world,
    browser,
    folder,
    /** The next holder of a letter who has not come yet, such as one whose address is on file. */
    holder: (code: string, isWanted: (holder: Holder) => boolean = () => true): Holder => {
      const all = left.get(code) ?? [];
      const found = all.find(isWanted);
      if (!found) throw new Error(`${code} has no such letter left`);
      left.set(
        code,
        all.filter((one) => one !== found),
      );
      return found;
    },
    close: async () => {
      rmSync(folder, { recursive: true });
      await browser.close();
      await world.close();
      assert.deepEqual(world.failures, []);
    },
  };
};

export type Stage = Awaited<ReturnType<typeof openStage>>;

type Own = Look & { readonly holder?: Holder };

/** Somebody with a letter before a fresh browser. */
export const storyOf = async (stage: Stage, code: string, { holder, ...look }: Own = {}) => {
  const page = await stage.browser.page(look);
  const lang = look.lang ?? "ja";
  return {
    stage,
    world: stage.world,
    page,
    code,
    lang,
    say: words[lang],
    holder: holder ?? stage.holder(code),
    at: (path: string) => `http://${stage.world.hostOf(code)}${path}`,
  };
};

export type Story = Awaited<ReturnType<typeof storyOf>>;
