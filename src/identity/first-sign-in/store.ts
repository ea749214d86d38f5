import { type EntranceId, type Id, type MemberId, newId } from "../../kernel/ids.ts";
import { initialsOf } from "../../kernel/initials.ts";
import { epochMsOf, type Instant, later, type PlainDate } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Tx } from "../../platform/database/types.ts";
import { type Account, accountOf, lockAccountOf } from "../accounts/index.ts";
import { noFactorYet } from "../factor-steps/index.ts";
import {
  type Factor,
  factorsOf,
  type Held,
  holdFactors,
  type Person,
  personOf,
} from "../methods/index.ts";
import { issuedAsUserId } from "../user-ids/index.ts";
import { type FailedTries, type Standing, tryLimits } from "./rules.ts";
import type { Former, State } from "./types.ts";

/** What the society has on file of the letter's holder. */
export type Holder = {
  readonly bornOn: PlainDate;
  readonly nameKana: string;
  readonly memberNumber: string;
  /** メールアドレス of the members file. */
  readonly fileAddress: string | null;
};

export const holderOf = async (tx: Tx, memberId: MemberId): Promise<Holder> => {
  const row = await tx.one<Holder>(
    sql`select born_on as "bornOn", name_kana as "nameKana", member_number as "memberNumber",
           email as "fileAddress" from member
         where society_id = ${tx.society} and id = ${memberId}`,
  );
  if (!row) throw new Error("a letter of a member who is not there");
  return row;
};

type AtStart = Pick<
  State,
  | ("issuedId" | "isWeak" | "fileAddress" | "initials")
  | ("accountId" | "former" | "factor" | "wantsUpdateMails")
>;

const formerOf = ({ userId, email, confirmedAt }: Account): Former => ({
  userId: issuedAsUserId(userId),
  email,
  isEmailConfirmed: email !== null && confirmedAt !== null,
});

/** What of an account's factors a letter lets stand. */
const left = (
  { resetsFactors }: { readonly resetsFactors: boolean },
  factors: readonly Factor[],
): readonly Factor[] => (resetsFactors ? [] : factors);

type Begun = {
  readonly credentialId: Id<string>;
  readonly memberId: MemberId;
  readonly now: Instant;
};
type GivenLetter = Pick<State, "issuedId" | "isWeak"> & { readonly resetsFactors: boolean };

/**
 * What a first sign-in begins with: the ID as it was given, who made its password, the file's
 * address, and what the account has that the letter renews.
 */
export const letterAtStart = async (
  tx: Tx,
  { credentialId, memberId, now }: Begun,
): Promise<AtStart> => {
  const [letter, holder, account, person] = await Promise.all([
    tx.one<GivenLetter>(
      sql`select issued_id as "issuedId", is_weak as "isWeak", resets_factors as "resetsFactors"
            from provisional_credential
           where society_id = ${tx.society} and id = ${credentialId}`,
    ),
    holderOf(tx, memberId),
    accountOf(tx, memberId),
    personOf(tx, memberId),
  ]);
  if (!letter) throw new Error("a letter that is not there");
  const renewed = account?.awaitsLetter === credentialId ? account : null;
  const factors = renewed ? left(letter, await factorsOf(tx, renewed.id)) : [];
  return {
    issuedId: letter.issuedId,
    isWeak: letter.isWeak,
    fileAddress: holder.fileAddress,
    initials: initialsOf(holder.nameKana),
    accountId: renewed?.id ?? newId<"account">(epochMsOf(now)),
    former: renewed && formerOf(renewed),
    factor: { ...noFactorYet, person, factors },
    wantsUpdateMails: renewed?.wantsUpdateMails ?? false,
  };
};

/**
 * What a letter may do is counted over all browsers that began with it: they take turns. Awaited
 * with what is read after it on the same connection.
 */
export const holdLetter = (tx: Tx, { subjectId }: { readonly subjectId: Id<string> }): void =>
  tx.write(sql`
    select from provisional_credential
     where society_id = ${tx.society} and id = ${subjectId} for update`);

type Letter = { readonly subjectId: Id<string>; readonly memberId: MemberId };

/** How a letter stands, with what `finish` needs of its holder. */
export type LetterStanding = Standing & {
  readonly fileAddress: string | null;
  /** The account that waits for this letter. */
  readonly renewed: Account | null;
  /** Its second factors, held with it. */
  readonly held: Held | null;
  /** What of them this letter lets stand. */
  readonly factors: readonly Factor[];
  readonly person: Person;
};

/**
 * The letter and its holder as they stand now. The letter's row is locked: of two browsers that
 * finish with one letter at once, the second waits here and finds it used.
 */
export const lockLetter = async (
  tx: Tx,
  { subjectId, memberId }: Letter,
): Promise<LetterStanding> => {
  const letter = await tx.one<{ state: string; resetsFactors: boolean }>(
    sql`select state, resets_factors as "resetsFactors" from provisional_credential
         where society_id = ${tx.society} and id = ${subjectId} for update`,
  );
  const [account, person, member] = await Promise.all([
    lockAccountOf(tx, memberId),
    personOf(tx, memberId),
    tx.one<{ lostOn: PlainDate | null; fileAddress: string | null }>(
      sql`select lost_on as "lostOn", email as "fileAddress" from member
           where society_id = ${tx.society} and id = ${memberId}`,
    ),
  ]);
  const renewed = account?.awaitsLetter === subjectId ? account : null;
  const held = (renewed && (await holdFactors(tx, renewed.id))) ?? null;
  const factors = letter && held ? left(letter, held.factors) : [];
  return {
    credentialState: letter?.state ?? null,
    lostOn: member?.lostOn ?? null,
    fileAddress: member?.fileAddress ?? null,
    isRegistered: account !== undefined && renewed === null,
    isLocked: renewed !== null && renewed.lockedAt !== null,
    renewed,
    held,
    factors,
    person,
  };
};

/** The letter has served: its password opens nothing any more. */
export const useLetter =
  (credentialId: Id<string>, now: Instant) =>
  (tx: Tx): void =>
    tx.write(sql`
      update provisional_credential set state = 'used', used_at = ${now}
       where society_id = ${tx.society} and id = ${credentialId} and state = 'active'`);

/** A wrong identity check, as it counts on its source: MACs only. */
export type FailedTry = {
  readonly entranceId: EntranceId;
  readonly sourceMac: string;
  readonly loginMac: string;
  readonly reference: string;
  readonly credentialId: Id<string>;
  readonly reason: "identity-wrong" | "user-id-taken" | "code-wrong";
  readonly at: Instant;
};

/** Wrong identity checks count on the flow, and here on source and letter, never on the account. */
export const noteFailedTry =
  (wrong: FailedTry) =>
  (tx: Tx): void =>
    tx.write(sql`
      insert into failed_try (entrance_id, id, at, kind, reference, source_mac, login_mac, reason,
        society_id, target_id)
      values (${wrong.entranceId}, ${newId(epochMsOf(wrong.at))}, ${wrong.at}, 'proof',
        ${wrong.reference}, ${wrong.sourceMac}, ${wrong.loginMac}, ${wrong.reason}, ${tx.society},
        ${wrong.credentialId})`);

/** How often this letter failed, and this source lately. To be asked while the letter is held. */
export const failedTries = async (
  tx: Tx,
  { entranceId, sourceMac, credentialId, at }: FailedTry,
): Promise<FailedTries> => {
  const since = later(at, { hours: -tryLimits.sourceHours });
  const [ofLetter, ofSource] = await Promise.all([
    tx.one<{ count: number }>(sql`
      select count(*)::int as count from failed_try
       where entrance_id = ${entranceId} and target_id = ${credentialId} and kind = 'proof'`),
    tx.one<{ count: number }>(sql`
      select count(*)::int as count from failed_try
       where entrance_id = ${entranceId} and source_mac = ${sourceMac} and kind = 'proof'
         and at > ${since}`),
  ]);
  return { ofLetter: ofLetter?.count ?? 0, ofSource: ofSource?.count ?? 0 };
};
