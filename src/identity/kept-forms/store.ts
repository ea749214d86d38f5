import type { AccountId, EntranceId, SocietyId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Database, Tx } from "../../platform/database/types.ts";
import { mostForms } from "./rules.ts";

type Ended = { readonly societyId: SocietyId; readonly accountId: AccountId };

type Finding = {
  readonly entranceId: EntranceId;
  readonly tokenHash: string;
  readonly now: Instant;
};

/** Whose session a limit ended. Undefined: it lives, somebody ended it, or nobody knows it. */
export const findEndedSession = async (
  database: Database,
  { entranceId, tokenHash, now }: Finding,
): Promise<Ended | undefined> => {
  const [found] = await database.directory<Ended>(sql`
    select society_id as "societyId", account_id as "accountId"
      from find_ended_session(${entranceId}, ${tokenHash}, ${now})`);
  return found;
};

/** Which form it is: of one account, in one browser, at one page. */
export type Which = {
  readonly accountId: AccountId;
  readonly tokenHash: string;
  readonly path: string;
};

type Keeping = { readonly fields: string; readonly at: Instant; readonly until: Instant };

/** The newest one of a page counts, and of pages the newest few. @param fields sealed */
export const keepForm = (tx: Tx, which: Which, { fields, at, until }: Keeping): void => {
  tx.write(sql`
    insert into kept_form (society_id, account_id, token_hash, path, fields, kept_at, expires_at)
    values (${tx.society}, ${which.accountId}, ${which.tokenHash}, ${which.path}, ${fields}, ${at},
      ${until})
    on conflict (society_id, account_id, token_hash, path) do update set
      fields = excluded.fields, kept_at = excluded.kept_at, expires_at = excluded.expires_at`);
  tx.write(sql`
    delete from kept_form
     where society_id = ${tx.society} and account_id = ${which.accountId}
       and token_hash = ${which.tokenHash} and path in (
         select path from kept_form
          where society_id = ${tx.society} and account_id = ${which.accountId}
            and token_hash = ${which.tokenHash}
          order by path = ${which.path} desc, kept_at desc, path offset ${mostForms})`);
};

/** Sealed; undefined where there is none, or its time is over. */
export const keptForm = async (
  tx: Tx,
  { accountId, tokenHash, path }: Which,
  now: Instant,
): Promise<string | undefined> => {
  const row = await tx.one<{ fields: string }>(sql`
    select fields from kept_form
     where society_id = ${tx.society} and account_id = ${accountId}
       and token_hash = ${tokenHash} and path = ${path} and expires_at > ${now}`);
  return row?.fields;
};

/** It was sent again. */
export const forgetForm = (tx: Tx, { accountId, tokenHash, path }: Which): void =>
  tx.write(sql`
    delete from kept_form
     where society_id = ${tx.society} and account_id = ${accountId}
       and token_hash = ${tokenHash} and path = ${path}`);
