import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Look, openBrowser } from "../../browser.ts";
import { openWorld } from "../../world/world.ts";
import { type Holder, holdersOf, issuesLetters } from "../browser-stories.ts";
import { words } from "./words.ts";

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
