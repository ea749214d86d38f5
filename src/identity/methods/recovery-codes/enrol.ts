import { form } from "../../../flow/index.ts";
import { ok } from "../../../kernel/result.ts";
import { mintPrinted } from "../../provisional/index.ts";
import { doorOf, type Enrolled, type Made } from "../method.ts";
import { codeForm, codesMade } from "./rules.ts";
import { hashCode } from "./sealed.ts";
import type { Kept } from "./types.ts";
import { CodesPage } from "./views/codes-page.tsx";

const mintCodes = (): readonly string[] =>
  Array.from({ length: codesMade }, () => mintPrinted(codeForm.groups, codeForm.length));

const madeOf = ({ codes }: Kept): Made => ({
  method: "recovery-codes",
  name: "",
  detail: codes.map(hashCode),
});

/** Shown once; 「控えました」 makes them valid. */
export const enrol = doorOf<Enrolled>()({
  mint: mintCodes,
  know: async () => undefined,
  ask: ({ minted: codes }): { ok: true; value: { kept: Kept } } => ok({ kept: { codes } }),
  page: (view, shown) => CodesPage({ view, shown }),
  secrets: [],
  input: () => form({}),
  prepare: async () => ok(undefined),
  load: async () => undefined,
  judge: ({ kept }) => ({ kind: "passed", made: madeOf(kept) }),
});
