import type pg from "pg";
import { asId, type SocietyId } from "../../../../kernel/ids.ts";
import { type Sql, sql } from "../../../../platform/database/sql.ts";
import type { Database } from "../../../../platform/database/types.ts";

/** Rows of one moment, while others go on writing. */
export type Snapshot = {
  readonly read: Database["read"];
  /** Column names and rows, as lists. */
  readonly rows: (statement: Sql) => Promise<{
    readonly names: readonly string[];
    readonly rows: readonly (readonly unknown[])[];
  }>;
};

/** @param client a connection of its own, not pooled */
export const inSnapshot = async <T>(
  client: pg.Client,
  society: SocietyId,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> => {
  await client.query("begin isolation level repeatable read read only");
  try {
    await client.query("select set_config('app.society_id', $1, true)", [asId<"society">(society)]);
    return await work({
      read: async (_, statements) => {
        const answers: unknown[][] = [];
        for (const { text, values } of statements)
          answers.push((await client.query(text, [...values])).rows);
        return answers;
      },
      rows: async ({ text, values }) => {
        const query = { text, values: [...values], rowMode: "array" as const };
        const { fields, rows } = await client.query<unknown[]>(query);
        return { names: fields.map(({ name }) => name), rows };
      },
    });
  } finally {
    await client.query("rollback").catch(() => {});
  }
};

/** Where the next page begins: the first columns of the last row. */
export type Page = {
  readonly society: SocietyId;
  readonly after: readonly [string, string];
  readonly most: number;
};

/** The columns of a members file, so that it goes in again as it is. */
export const membersPage = ({ society, after: [id], most }: Page): Sql => sql`
  select id as "加入者ID", symbol as "記号", member_number as "番号", branch_number as "枝番",
    name as "氏名", name_kana as "氏名カナ", born_on as "生年月日",
    case sex when 'male' then '男' when 'female' then '女' end as "性別",
    relationship as "続柄", acquired_on as "資格取得日", lost_on as "資格喪失日",
    postal_code as "郵便番号", address as "住所", workplace_code as "事業所コード",
    workplace_name as "事業所名", email as "メールアドレス", employee_number as "社員番号",
    name_in_file as "ファイルの氏名", name_kana_in_file as "ファイルの氏名カナ",
    created_at as "加わった日時", changed_at as "変わった日時"
  from member where society_id = ${society} and id > ${id}::uuid order by id limit ${most}`;

/** No password, not even its hash. */
export const accountsPage = ({ society, after: [id], most }: Page): Sql => sql`
  select a.id as "アカウントID", a.member_id as "加入者ID", m.symbol as "記号",
    m.member_number as "番号", m.branch_number as "枝番", a.user_id as "ユーザID",
    a.email as "メールアドレス", a.email_confirmed_at as "メール確認日時",
    a.email_failed_at as "メール不達日時", a.email_failure as "メール不達コード",
    a.second_email as "予備のメールアドレス",
    a.second_email_confirmed_at as "予備のメール確認日時",
    a.wants_update_mails as "更新のお知らせ", a.language as "言語",
    a.registered_at as "登録日時", a.last_signed_in_at as "最終ログイン日時",
    a.password_changed_at as "パスワード変更日時", a.locked_at as "ロック日時",
    a.factor_method as "認証方法"
  from account a join member m on m.society_id = ${society} and m.id = a.member_id
  where a.society_id = ${society} and a.id > ${id}::uuid order by a.id limit ${most}`;

export const consentsPage = ({ society, after: [id, version], most }: Page): Sql => sql`
  select account_id as "アカウントID", version as "利用規約の版", agreed_at as "同意日時"
  from terms_consent
  where society_id = ${society} and (account_id, version) > (${id}::uuid, ${version})
  order by account_id, version limit ${most}`;

/** What is enrolled, and nothing that could be used: no key, no seed, no code. */
export const factorsPage = ({ society, after: [id], most }: Page): Sql => sql`
  select id as "登録ID", account_id as "アカウントID", method as "認証方法", name as "名前",
    added_at as "登録日時", used_at as "最後に使った日時"
  from factor where society_id = ${society} and id > ${id}::uuid order by id limit ${most}`;

export const exemptionsPage = ({ society, after: [id], most }: Page): Sql => sql`
  select member_id as "加入者ID", reason as "理由", granted_by as "免除した人",
    granted_at as "免除日時"
  from mail_exemption where society_id = ${society} and member_id > ${id}::uuid
  order by member_id limit ${most}`;

export const batchesPage = ({ society, after: [id], most }: Page): Sql => sql`
  select id as "発行回ID", number as "発行回", origin as "由来", state as "状態",
    prepared_at as "準備日時", activated_at as "有効化日時"
  from credential_batch where society_id = ${society} and id > ${id}::uuid
  order by id limit ${most}`;

/** No provisional password, not even its hash. */
export const lettersPage = ({ society, after: [id], most }: Page): Sql => sql`
  select id as "通知ID", batch_id as "発行回ID", number as "発行回の中の番号", member_id as "加入者ID",
    issued_id as "仮ユーザID", former_id as "元のユーザID", renamed_because as "変えた理由",
    state as "状態", issued_at as "発行日時", expires_at as "有効期限", used_at as "使用日時",
    voided_at as "無効日時", returned_at as "戻り日時", resets_factors as "認証方法の取り消し"
  from provisional_credential where society_id = ${society} and id > ${id}::uuid
  order by id limit ${most}`;

/** Recipients and words are sealed: they stay here. */
export const mailsPage = ({ society, after: [id], most }: Page): Sql => sql`
  select id as "メールID", kind as "種類", language as "言語", member_id as "加入者ID",
    state as "状態", attempts as "試した回数", queued_at as "受付日時", settled_at as "決着日時",
    last_error as "最後のエラー", bounced_at as "戻った日時", bounce_code as "戻った理由"
  from mail where society_id = ${society} and id > ${id}::uuid order by id limit ${most}`;

export const runsPage = ({ society, after: [id], most }: Page): Sql => sql`
  select id as "取り込みID", kind as "種類", file_sha256 as "ファイルのSHA-256",
    file_bytes as "バイト数", encoding as "文字コード", rows as "行数", added as "加わった数",
    changed as "変わった数", ended as "資格がなくなった数", unchanged as "変わらない数",
    started_at as "開始日時", finished_at as "終了日時"
  from import_run where society_id = ${society} and id > ${id}::uuid order by id limit ${most}`;

/** Every version of the society's document, the newest last. */
export const versionsIn = (society: SocietyId): Sql => sql`
  select version, document, changed_by as "changedBy", reason, changed_at as "changedAt"
  from society_version where society_id = ${society} order by version`;
