import { form, needed } from "../../../flow/index.ts";
import { ok, refuse } from "../../../kernel/result.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";
import { doorOf, type Known, type Place } from "../method.ts";
import { canRenew } from "../rules.ts";
import { readCode } from "./rules.ts";
import { openHashes, sealHashes, without } from "./sealed.ts";
import { type CodesRow, codesOf, rewriteCodes } from "./store.ts";
import { AskPage } from "./views/ask-page.tsx";

const rowPlace = ({ scene }: Place, { factorId }: CodesRow) => ({
  society: scene.society.id,
  factorId,
});

const wrong = {
  kind: "wrong",
  errors: { recoveryCode: refuse("recovery-codes-wrong") },
  isCounted: true,
  reason: "recovery-codes-wrong",
} as const;

/** One of the codes on paper; with it that code is gone. */
export const challenge = (secrets: Secrets) =>
  doorOf<Known>()({
    mint: () => undefined,
    know: async () => undefined,
    ask: () => ok({ kept: null }),
    look: async (tx, { owner }) => (await codesOf(tx, owner.accountId))?.left ?? 0,
    page: (view, shown) => AskPage({ view, shown, canRenew: canRenew(shown.place) }),
    secrets: ["recoveryCode"],
    input: () => form({ recoveryCode: needed(readCode) }),
    prepare: async () => ok(undefined),
    load: (tx, { place: { owner } }) => codesOf(tx, owner.accountId),
    judge: ({ place, input: { recoveryCode: code }, loaded: row }) => {
      if (!row) return wrong;
      const at = rowPlace(place, row);
      const rest = without(openHashes(secrets, at, row.codes), code);
      if (!rest) return wrong;
      const { factorId } = row;
      const left = rest.length;
      const changes = [rewriteCodes({ factorId, left, codes: sealHashes(secrets, at, rest) })];
      return { kind: "passed", factorId, left, changes };
    },
  });
