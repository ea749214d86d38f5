import type { Effects } from "../../../flow/index.ts";
import type { AccountId, MemberId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";
import { nobodysHash } from "../../../platform/crypto/passwords.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";
import { type Language, type Society, worksUntil } from "../../../society/index.ts";
import { mintPrinted } from "../../provisional/index.ts";
import { provisionalMail } from "./mail.ts";
import { macOf } from "./secret.ts";
import { keepTemporary, voidPassword } from "./store.ts";

type Sending = {
  readonly account: {
    readonly id: AccountId;
    readonly memberId: MemberId;
    /** 「H.S.」, or empty. */
    readonly initials: string;
  };
  readonly society: Society;
  /** The registered address that it goes to. */
  readonly to: string;
  readonly language: Language;
  readonly now: Instant;
  /** After 「パスワード初期化」: the password until now is nobody's from here on. */
  readonly voidsPassword: boolean;
};

/**
 * 仮パスワード by mail: beside the password, which stays until another one is chosen. To be written in
 * the transaction that used up the asking.
 */
export const temporaryPasswordEffects = async (
  { secrets }: { readonly secrets: Secrets },
  { account, society, to, language, now, voidsPassword }: Sending,
): Promise<Required<Effects>> => {
  const { id: accountId, memberId, initials } = account;
  const secret = mintPrinted(3, 4);
  const { provisionalLifetimeMinutes: minutes } = society.policy.recovery;
  const expiresAt = worksUntil(society.policy.maintenance, now, { minutes });
  const mac = macOf(secrets, accountId, secret);
  return {
    changes: [
      ...(voidsPassword ? [voidPassword({ accountId, nobodysHash: nobodysHash(), now })] : []),
      keepTemporary(accountId, {
        ...{ mac, madeAt: now, expiresAt, sentTo: to },
        // That button stands behind the fields alone.
        isIdentityProved: voidsPassword,
      }),
    ],
    facts: [
      {
        action: "account.temporary-password-sent",
        actor: { kind: "system" },
        subject: { kind: "account", id: accountId },
        memberId,
        details: { voidsPassword },
      },
    ],
    mails: [
      provisionalMail({
        to,
        language,
        society,
        memberId,
        initials,
        secret,
        expiresAt,
        voidsPassword,
      }),
    ],
  };
};
