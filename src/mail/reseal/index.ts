import type { SocietyId } from "../../kernel/ids.ts";
import type { Resealed, Resealing } from "../../platform/crypto/reseal.ts";
import { resealInBatches } from "../../platform/crypto/reseal.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import { openPart, type Part, sealPart } from "../sealed.ts";
import { lockMailsOfOtherKeys, rewriteMails, type SealedMail } from "./store.ts";

const underCurrentKey = (secrets: Secrets, society: SocietyId, mail: SealedMail): SealedMail => {
  const again = (part: Part, sealed: string) => {
    const place = { society, mail: mail.id, part };
    return sealPart(secrets, place, openPart(secrets, place, sealed));
  };
  const { id, recipient, body } = mail;
  return {
    id,
    recipient: again("recipient", recipient),
    body: body === null ? null : again("body", body),
  };
};

/** Seals with the current secret what an earlier one sealed: recipients, and words not yet sent. */
export const resealMails = (resealing: Resealing): Promise<Resealed> =>
  resealInBatches(resealing, {
    lock: lockMailsOfOtherKeys,
    reseal: (mail) => underCurrentKey(resealing.secrets, resealing.society, mail),
    rewrite: rewriteMails,
  });
