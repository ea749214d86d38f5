import {
  type AccountId,
  type EntranceId,
  type MemberId,
  newId,
  type SocietyId,
} from "../../../kernel/ids.ts";
import { epochMsOf, type Instant, later, type PlainDate } from "../../../kernel/time.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Database } from "../../../platform/database/types.ts";
import { type FoundAccount, type Reason, sameWithinSeconds, sourceLimit } from "../rules.ts";
import type { Forgotten, RequestId } from "../types.ts";

/** Who asks, as MACs. */
export type Asker = {
  readonly entranceId: EntranceId;
  readonly sourceMac: string;
  readonly browserHash: string;
  readonly at: Instant;
};

type Whom = FoundAccount & {
  readonly memberId: MemberId | null;
  readonly accountId: AccountId | null;
  /** By this source, lately. */
  readonly asked: number;
};

export type ClaimedPerson = Whom & {
  readonly household: number;
  readonly kanaFits: number;
  readonly birthFits: number;
};

/** Folded: as the members room keeps them. */
type ClaimKeys = {
  readonly societyId: SocietyId | null;
  readonly symbolKey: string;
  readonly numberKey: string;
  readonly kanaKey: string;
  readonly bornOn: PlainDate;
};

const since = ({ at }: Asker) => later(at, { minutes: -sourceLimit.minutes });

/** One round trip, the same for who is found and who is not. */
export const findClaimedPerson = async (
  database: Database,
  asker: Asker,
  claim: ClaimKeys,
): Promise<ClaimedPerson> => {
  const [found] = await database.directory<ClaimedPerson>(sql`
    select household, kana_fits as "kanaFits", birth_fits as "birthFits",
      member_id as "memberId", lost_on as "lostOn", account_id as "accountId", email,
      second_email as "secondEmail", locked_at as "lockedAt", awaits_letter as "awaitsLetter",
      asked
    from find_claimed_person(${asker.entranceId}, ${claim.societyId}, ${claim.symbolKey},
      ${claim.numberKey}, ${claim.kanaKey}, ${claim.bornOn}, ${asker.sourceMac}, ${since(asker)})`);
  if (!found) throw new Error("find_claimed_person answers with one row, always");
  return found;
};

export type ClaimedLogin = Whom & {
  readonly kind: "account" | "provisional" | null;
  readonly societyId: SocietyId | null;
};

/** The same of a user ID. */
export const findClaimedLogin = async (
  database: Database,
  asker: Asker,
  loginKey: string,
): Promise<ClaimedLogin> => {
  const [found] = await database.directory<ClaimedLogin>(sql`
    select kind, society_id as "societyId", member_id as "memberId", lost_on as "lostOn",
      account_id as "accountId", email, second_email as "secondEmail", locked_at as "lockedAt",
      awaits_letter as "awaitsLetter", asked
    from find_claimed_login(${asker.entranceId}, ${loginKey}, ${asker.sourceMac},
      ${since(asker)})`);
  if (!found) throw new Error("find_claimed_login answers with one row, always");
  return found;
};

type NewRequest = {
  readonly kind: Forgotten;
  /** お問い合わせ番号 */
  readonly reference: string;
  readonly claimMac: string;
  readonly emailMac: string;
  readonly reason: Reason;
  readonly societyId: SocietyId | null;
  readonly memberId: MemberId | null;
  readonly accountId: AccountId | null;
};

export type AskedRequest = { readonly id: RequestId; readonly reference: string };

/**
 * Keeps the asking, in one statement that costs the same for everybody. Whose account it found is told
 * by the worker; what found none is settled at once.
 * @returns the one before it where the same browser asked the same just now
 */
export const insertRequest = async (
  database: Database,
  asker: Asker,
  request: NewRequest,
): Promise<AskedRequest> => {
  const { at } = asker;
  const [asked] = await database.directory<AskedRequest>(sql`
    select id, reference from ask_recovery(${asker.entranceId}, ${newId(epochMsOf(at))},
      ${request.kind}, ${at}, ${request.reference}, ${asker.sourceMac}, ${asker.browserHash},
      ${request.claimMac}, ${request.emailMac}, ${request.reason}, ${request.societyId},
      ${request.memberId}, ${request.accountId}, ${request.accountId === null ? at : null},
      ${later(at, { seconds: -sameWithinSeconds })})`);
  if (!asked) throw new Error("ask_recovery answers with one row, always");
  return asked;
};
