import { type Resealed, type Resealing, resealInBatches } from "../../../platform/crypto/reseal.ts";
import { resealPortion } from "./sealed.ts";
import { lockPortionsOfOtherKeys, rewritePortions } from "./store.ts";

/** Seals with the current secret what an earlier one sealed: letters that can still be fetched. */
export const resealLetters = (resealing: Resealing): Promise<Resealed> => {
  const { secrets, society } = resealing;
  return resealInBatches(resealing, {
    lock: lockPortionsOfOtherKeys,
    reseal: ({ sealed, ...portion }) => ({
      ...portion,
      sealed: resealPortion(secrets, { society, ...portion }, sealed),
    }),
    rewrite: rewritePortions,
  });
};
