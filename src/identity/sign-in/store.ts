import {
  type AccountId,
  type EntranceId,
  type Id,
  type MemberId,
  newId,
  type SocietyId,
} from "../../kernel/ids.ts";
import { epochMsOf, type Instant, later } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Database, Tx } from "../../platform/database/types.ts";
import { rowSince } from "../locks/index.ts";
import { forgetWrong } from "../methods/index.ts";
import { countersOf, type FailureReason, type FoundLogin, limitOfAll } from "./rules.ts";

/** Who tries, as MACs: the tables of tries hold no ID and no address in the clear. */
export type Try = {
  readonly entranceId: EntranceId;
  readonly loginKey: string;
  readonly loginMac: string;
  readonly sourceMac: string;
  readonly browserHash: string;
  readonly at: Instant;
};

export type Login = FoundLogin & {
  readonly societyId: SocietyId | null;
  readonly targetId: Id<string> | null;
  readonly memberId: MemberId | null;
  readonly passwordHash: string | null;
  /** The counter that a wrong try counts on: this browser's own, or for strangers the source's. */
  readonly browser: string;
  /** 仮パスワード that a mail may hold: its MAC, and until when it works. */
  readonly temporaryMac: string | null;
  readonly temporaryUntil: Instant | null;
  /** Other accounts that this source failed at lately. */
  readonly otherAccounts: number;
  /** Failures of this source at this account lately. */
  readonly sourceTries: number;
};

/** Everything that a sign-in needs to know, in one round trip, the same for known and unknown. */
export const findLogin = async (
  database: Database,
  who: Try,
  withinMinutes: number,
): Promise<Login> => {
  const since = later(who.at, { minutes: -withinMinutes });
  const [login] = await database.directory<Login>(sql`
    select kind, society_id as "societyId", target_id as "targetId", member_id as "memberId",
      password_hash as "passwordHash", locked_at as "lockedAt", browser,
      locked_until as "lockedUntil", credential_state as "credentialState",
      expires_at as "expiresAt", sources_logins as "otherAccounts",
      sources_tries as "sourceTries", factor_method as "factorMethod",
      factor_locked_until as "factorLockedUntil", temporary_mac as "temporaryMac",
      temporary_until as "temporaryUntil"
    from find_login(${who.entranceId}, ${who.loginKey}, ${who.loginMac}, ${who.browserHash},
      ${who.sourceMac}, ${since})`);
  if (!login) throw new Error("find_login answers with one row, always");
  return login;
};

export type WrongTry = {
  readonly reference: string;
  readonly reason: FailureReason;
  readonly counts: boolean;
  readonly limit: number;
  readonly lockedUntil: Instant;
};

/** Counts a wrong try, in one statement that costs the same whether the user ID exists or not. */
export const countWrongTry = async (
  database: Database,
  { who, login, wrong }: { readonly who: Try; readonly login: Login; readonly wrong: WrongTry },
): Promise<void> => {
  await database.directory(sql`
    select count_wrong_try(${who.entranceId}, ${newId(epochMsOf(who.at))}, ${who.at},
      ${wrong.reference}, ${who.sourceMac}, ${who.loginMac}, ${login.browser}, ${wrong.reason},
      ${login.societyId}, ${login.kind === "account" ? login.targetId : null}, ${wrong.counts},
      ${wrong.limit}, ${limitOfAll(wrong.limit)}, ${wrong.lockedUntil}, ${rowSince(who.at)})`);
};

type Held = Pick<Login, "browser" | "targetId" | "passwordHash" | "factorMethod">;

type Found = {
  readonly isLocked: boolean | null;
  readonly isCounted: boolean;
  readonly isSame: boolean;
  /** Wrong second factors, or passwords of a step-up, count against it. */
  readonly isWrong: boolean;
};

/**
 * What a right password found, held until the session has begun, and its counter's row of wrong
 * ones forgotten; a stranger's row stays the stranger's.
 * @returns `locked` when a lock began since the look-up: of many tries at once only the first count;
 * `changed` when the password is another one since, as after a reissued letter, or the 認証方法 is, or
 * the account was locked
 */
export const holdLogin = async (
  tx: Tx,
  who: Try,
  { browser, targetId, passwordHash, factorMethod }: Held,
): Promise<"open" | "locked" | "changed"> => {
  // One statement, as beginning a session is: each costs a sign-in what a page costs.
  const found = await tx.one<Found>(sql`
    with counter as materialized (
      select locked_until > ${who.at} as is_locked from sign_in_counter
       where entrance_id = ${who.entranceId} and login_mac = ${who.loginMac}
         and browser = any (${countersOf(browser)}) order by browser for update
    ), held as materialized (
      select factor_wrong from account
       where society_id = ${tx.society} and id = ${targetId} and password_hash = ${passwordHash}
         and factor_method is not distinct from ${factorMethod}
         and locked_at is null and (factor_locked_until > ${who.at}) is not true
         for no key update
    )
    select (select bool_or(is_locked) from counter) as "isLocked",
      exists (select from counter) as "isCounted", exists (select from held) as "isSame",
      exists (select from held where factor_wrong > 0) as "isWrong"`);
  if (found?.isLocked) return "locked";
  if (!found?.isSame) return "changed";
  if (found.isCounted)
    tx.write(sql`
      delete from sign_in_counter
       where entrance_id = ${who.entranceId} and login_mac = ${who.loginMac}
         and browser = any (${countersOf(browser)})`);
  // Where nothing is enrolled, those were passwords, of who was asked once more: now one was right.
  if (found.isWrong && factorMethod === null) await forgetWrong(targetId as AccountId)(tx);
  return "open";
};

/** The same password under today's parameters. */
export const replaceHash =
  (accountId: string, passwordHash: string) =>
  (tx: Tx): void =>
    tx.write(sql`
      update account set password_hash = ${passwordHash}
       where society_id = ${tx.society} and id = ${accountId}`);
