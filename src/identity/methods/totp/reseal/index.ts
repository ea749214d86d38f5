import { asId } from "../../../../kernel/ids.ts";
import {
  type Resealed,
  type Resealing,
  resealInBatches,
} from "../../../../platform/crypto/reseal.ts";
import { openSeed, sealSeed } from "../sealed.ts";
import { lockSeedsOfOtherKeys, rewriteSeeds } from "./store.ts";

/** Seals with the current secret what an earlier one sealed: the seeds of authenticator apps. */
export const resealSeeds = (resealing: Resealing): Promise<Resealed> => {
  const { secrets, society } = resealing;
  return resealInBatches(resealing, {
    lock: lockSeedsOfOtherKeys,
    reseal: ({ id, seed }) => {
      const row = { society, factorId: asId<"factor">(id) };
      return { id, seed: sealSeed(secrets, row, openSeed(secrets, row, seed)) };
    },
    rewrite: rewriteSeeds,
  });
};
