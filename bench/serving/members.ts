import { hash } from "@node-rs/argon2";
import { termsOf } from "../../src/guidance/index.ts";
import { connectClient, type DatabaseConfig } from "../../src/platform/database/config.ts";

/** All of them have the same: a bench must know it, and hashing hundreds would take seconds. */
export const password = "umi-to-yama-2026";
export const userIdOf = (i: number): string => `bench${i}`;

const registered = `
  with people as (
    insert into member (society_id, id, symbol, member_number, branch_number, symbol_key,
      number_key, name, name_kana, name_key, kana_key, born_on, sex, relationship, acquired_on,
      created_at, changed_at)
    select s.id, gen_random_uuid(), '速', i::text, '00', '速', i::text, '試験　花子',
      'シケン　ハナコ', '試験花子', 'シケンハナコ', '1979-08-22', 'female', '本人', '2020-04-01',
      $2, $2
      from society s, generate_series(1, $1::int) i where s.code = 'hikari'
    returning society_id, id, member_number as number
  ), accounts as (
    insert into account (society_id, id, member_id, entrance_id, user_id, password_hash,
      password_changed_at, email, email_confirmed_at, wants_update_mails, language, registered_at,
      last_signed_in_at)
    select p.society_id, gen_random_uuid(), p.id, s.entrance_id, 'bench' || p.number, $3, $2,
      'bench' || p.number || '@example.jp', $2, true, 'ja', $2, $2
      from people p join society s on s.id = p.society_id
    returning society_id, id, entrance_id, user_id
  ), consents as (
    insert into terms_consent (society_id, account_id, version, agreed_at)
    select society_id, id, $4, $2 from accounts
  )
  insert into login_directory (entrance_id, login_key, society_id, kind, target_id)
  select entrance_id, user_id, society_id, 'account', id from accounts`;

/** The database of a running portal, as its administrator. */
export const asRoot = async <Row>(
  config: DatabaseConfig,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> => {
  const client = await connectClient({ config, applicationName: "bench" });
  try {
    return (await client.query(text, [...values])).rows;
  } finally {
    await client.end();
  }
};

/** Registered members of ひかり電機, with a confirmed address: `bench1`, `bench2`, … */
export const registerMembers = async (root: DatabaseConfig, count: number): Promise<void> => {
  const phc = await hash(password, { memoryCost: 19456, timeCost: 2, parallelism: 1 });
  await asRoot(root, registered, [count, "2026-04-01T00:00:00Z", phc, termsOf(null).version]);
};

/** Wrong tries of one round must not lock anybody in the next. */
export const forgetTries = (root: DatabaseConfig): Promise<unknown> =>
  asRoot(root, "truncate sign_in_counter, failed_try, lock_notice");
