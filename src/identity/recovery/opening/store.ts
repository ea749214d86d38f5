import type { EntranceId } from "../../../kernel/ids.ts";
import { type Instant, later } from "../../../kernel/time.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Database, Tx } from "../../../platform/database/types.ts";
import type { Language } from "../../../society/types.ts";
import { codeTries, type FoundAccount, type Opening, readableMinutes } from "../rules.ts";
import type { Forgotten, RequestId, Whose } from "../types.ts";

type OfEntrance = { readonly entranceId: EntranceId };
type One = OfEntrance & { readonly id: RequestId };

/** An asking as it stands. `Whose` only where it found an account. */
export type Standing = Whose &
  Opening & {
    readonly id: RequestId;
    readonly kind: Forgotten;
    readonly emailMac: string;
    /** Codes that were typed. */
    readonly wrong: number;
    /** The browser that used it, and until when it may come back to what it led to. */
    readonly openedBy: string | null;
    readonly openUntil: Instant | null;
    /** When 「パスワード初期化」 was pressed. */
    readonly resetAt: Instant | null;
  };

type Reader = { readonly browserHash: string; readonly now: Instant };
type Wanted = OfEntrance & ({ readonly id: RequestId } | { readonly tokenHash: string } | Reader);

const reading = (wanted: Wanted) => sql`
  select id, kind, society_id as "societyId", member_id as "memberId",
    account_id as "accountId", email_mac as "emailMac", expires_at as "expiresAt", outcome, wrong,
    opened_by as "openedBy", open_until as "openUntil", reset_at as "resetAt"
    from recovery_request
   where entrance_id = ${wanted.entranceId}
     and (id = ${"id" in wanted ? wanted.id : null}
       or token_hash = ${"tokenHash" in wanted ? wanted.tokenHash : null}
       or id = (
         select shown.id from recovery_request shown
          where shown.entrance_id = ${wanted.entranceId} and shown.kind = 'forgot-id'
            and shown.opened_by = ${"browserHash" in wanted ? wanted.browserHash : null}
            and shown.open_until > ${"browserHash" in wanted ? wanted.now : null}
          order by shown.open_until desc limit 1))`;

/** Asked before the society is known: any device may press the button. */
export const standingOf = async (
  database: Database,
  wanted: Wanted,
): Promise<Standing | undefined> => (await database.directory<Standing>(reading(wanted)))[0];

/** The forgotten ID that this browser may still read. */
export const readableBy = async (
  database: Database,
  reader: OfEntrance & Reader,
): Promise<Standing | undefined> => (await database.directory<Standing>(reading(reader)))[0];

/** `codeMac` null: no mail went, or none yet. */
export type Counted = Whose & {
  readonly id: RequestId;
  readonly codeMac: string | null;
  readonly codeUntil: Instant | null;
  readonly wrong: number;
};

/**
 * Counts a typed code before it is compared: of many at once no more than five are. The same statement
 * for an asking that found nobody.
 * @returns undefined when they are used up
 */
export const countCode = async (
  database: Database,
  { entranceId, id }: One,
): Promise<Counted | undefined> => {
  const [row] = await database.directory<Counted>(sql`
    update recovery_request set wrong = wrong + 1
     where entrance_id = ${entranceId} and id = ${id} and wrong < ${codeTries}
    returning id, society_id as "societyId", member_id as "memberId", account_id as "accountId",
      code_mac as "codeMac", code_until as "codeUntil", wrong`);
  return row;
};

/** It was right: no wrong one, as staff read of it. */
export const uncountCode = async (database: Database, { entranceId, id }: One): Promise<void> => {
  await database.directory(sql`
    update recovery_request set wrong = wrong - 1
     where entrance_id = ${entranceId} and id = ${id} and wrong > 0`);
};

export type HeldAccount = FoundAccount & {
  readonly userId: string;
  readonly language: Language;
  readonly nameKana: string;
};

/** The account as it is, to show a page. */
export const look = (
  tx: Tx,
  { accountId }: Pick<Whose, "accountId">,
): Promise<HeldAccount | undefined> =>
  tx.one<HeldAccount>(sql`
    select a.user_id as "userId", a.email, a.second_email as "secondEmail", a.language,
      a.locked_at as "lockedAt", a.awaits_letter is not null as "awaitsLetter",
      m.lost_on as "lostOn", m.name_kana as "nameKana"
      from account a join member m on m.society_id = a.society_id and m.id = a.member_id
     where a.society_id = ${tx.society} and a.id = ${accountId}`);

export type Held = {
  readonly account: HeldAccount | undefined;
  readonly request: Standing | undefined;
};

/** The account, then the asking, as the worker holds them: nobody waits in a circle. */
export const hold = async (
  tx: Tx,
  { entranceId, id, accountId }: One & Pick<Whose, "accountId">,
): Promise<Held> => {
  tx.write(sql`
    select from account where society_id = ${tx.society} and id = ${accountId} for no key update`);
  tx.write(sql`
    select from recovery_request
     where entrance_id = ${entranceId} and id = ${id} and society_id = ${tx.society} for update`);
  const [account, request] = await Promise.all([
    look(tx, { accountId }),
    tx.one<Standing>(reading({ entranceId, id })),
  ]);
  // The table is of the entrance: what is another society's is not held here.
  return { account, request: request?.societyId === tx.society ? request : undefined };
};

type Using = One & { readonly browserHash: string; readonly now: Instant };

/** Used up, by this browser. */
export const useRequest = (tx: Tx, { entranceId, id, browserHash, now }: Using): void =>
  tx.write(sql`
    update recovery_request
       set ended_at = ${now}, outcome = 'used', opened_by = ${browserHash},
         open_until = ${later(now, { minutes: readableMinutes })}
     where entrance_id = ${entranceId} and id = ${id} and society_id = ${tx.society}`);

/** 「パスワード初期化」 was pressed. */
export const noteReset = (tx: Tx, { entranceId, id }: One, now: Instant): void =>
  tx.write(sql`
    update recovery_request set reset_at = ${now}
     where entrance_id = ${entranceId} and id = ${id} and society_id = ${tx.society}`);
