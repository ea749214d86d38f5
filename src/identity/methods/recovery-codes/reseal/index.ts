import {
  type Resealed,
  type Resealing,
  resealInBatches,
} from "../../../../platform/crypto/reseal.ts";
import { openHashes, sealHashes } from "../sealed.ts";
import { lockCodesOfOtherKeys, rewriteSealedCodes } from "./store.ts";

/** Seals with the current secret what an earlier one sealed: the hashes of codes. */
export const resealRecoveryCodes = (resealing: Resealing): Promise<Resealed> => {
  const { secrets, society } = resealing;
  return resealInBatches(resealing, {
    lock: lockCodesOfOtherKeys,
    reseal: ({ id, codes }) => {
      const place = { society, factorId: id };
      return { id, codes: sealHashes(secrets, place, openHashes(secrets, place, codes)) };
    },
    rewrite: rewriteSealedCodes,
  });
};
