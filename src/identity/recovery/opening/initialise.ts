import { initialsOf } from "../../../kernel/initials.ts";
import { later } from "../../../kernel/time.ts";
import type { Tx } from "../../../platform/database/types.ts";
import type { RequestContext } from "../../../platform/http/types.ts";
import type { Society } from "../../../society/index.ts";
import { memberDid } from "../../accounts/index.ts";
import { coverAt } from "../../after-cover/index.ts";
import { beginReset, temporaryPasswordEffects } from "../../password-reset/index.ts";
import type { Begun } from "../../second-factor/index.ts";
import { obstacleOf } from "../rules.ts";
import type { RecoveryServices } from "../types.ts";
import { hasSignedInSince, isOwn, mailedTo, record, societyOf } from "./open.ts";
import { type HeldAccount, hold, noteReset, type Standing } from "./store.ts";

/** Where 「パスワード初期化」 leads. `again`: it was pressed just now. */
type Initialised =
  | { readonly kind: "mailed" }
  | { readonly kind: "reset"; readonly begun: Begun }
  | { readonly kind: "again" }
  | { readonly kind: "refused" }
  /** Shown no longer: its owner signed in here since. */
  | { readonly kind: "over" };

/** A press after that begins anew: the reset may have been left, or its cookie lost. */
const againSeconds = 60;

type Pressing = {
  readonly request: RequestContext;
  readonly society: Society;
  readonly account: HeldAccount;
  readonly asked: Standing;
};

/** 仮パスワード by mail; the password until now opens nothing any more. */
const mailProvisional = async (
  services: RecoveryServices,
  tx: Tx,
  { request, society, account, asked, to }: Pressing & { readonly to: string },
): Promise<Initialised> => {
  const { accountId: id, memberId } = asked;
  const { changes, ...effects } = await temporaryPasswordEffects(services, {
    account: { id, memberId, initials: initialsOf(account.nameKana) },
    ...{ society, to, language: account.language, now: request.now, voidsPassword: true },
  });
  await Promise.all(changes.map((change) => change(tx)));
  record(services, tx, { request, ...effects });
  return { kind: "mailed" };
};

const begin = async (
  services: RecoveryServices,
  tx: Tx,
  { request, society, account, asked }: Pressing,
): Promise<Initialised> => {
  const { accountId, memberId } = asked;
  const begun = await beginReset(services, tx, {
    ...{ accountId, memberId, society, request },
    ...{ ground: "recovered-id", isIdentityProved: true },
    mailedTo: mailedTo(services, account, asked),
  });
  record(services, tx, { request, ...begun });
  return { kind: "reset", begun };
};

const press = async (
  services: RecoveryServices,
  tx: Tx,
  pressing: Pressing,
): Promise<Initialised> => {
  const { request, society, account, asked } = pressing;
  const { now, entrance } = request;
  const isClassic = society.policy.recovery.forgottenPassword === "provisional-by-mail";
  // One 仮パスワード for one ID that was shown: a second press would void the first one's mail.
  if (isClassic && asked.resetAt !== null) return { kind: "mailed" };
  if (asked.resetAt !== null && now < later(asked.resetAt, { seconds: againSeconds }))
    return { kind: "again" };
  const to = mailedTo(services, account, asked);
  if (to === null) return { kind: "refused" };
  noteReset(tx, { entranceId: entrance.id, id: asked.id }, now);
  const { accountId, memberId } = asked;
  const facts = [memberDid("recovery.password-initialised", { accountId, memberId })];
  record(services, tx, { request, facts, mails: [] });
  return isClassic
    ? mailProvisional(services, tx, { ...pressing, to })
    : begin(services, tx, pressing);
};

/** 「パスワード初期化」: for the browser that the ID is shown to, and as long as it is. */
export const initialise = (
  services: RecoveryServices,
  request: RequestContext,
  sought: Standing,
): Promise<Initialised> => {
  const society = societyOf(services, sought);
  return services.database.inSociety(society.id, async (tx) => {
    const { id, accountId } = sought;
    const { account, request: asked } = await hold(tx, {
      ...{ id, accountId, entranceId: request.entrance.id },
    });
    if (!account || !asked || !isOwn(asked, request)) return { kind: "refused" };
    const cover = coverAt(account.lostOn, { policy: society.policy, now: request.now });
    if (obstacleOf(account, cover)) return { kind: "refused" };
    if (await hasSignedInSince(tx, asked)) return { kind: "over" };
    return press(services, tx, { request, society, account, asked });
  });
};
