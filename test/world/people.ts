import { randomInt } from "node:crypto";
import { type Id, type MemberId, newId } from "../../src/kernel/ids.ts";
import { nameKey } from "../../src/kernel/kana.ts";
import { type Clock, epochMsOf, later, type PlainDate } from "../../src/kernel/time.ts";
import { foldId } from "../../src/kernel/width.ts";
import type { Passwords } from "../../src/platform/crypto/passwords.ts";
import { sql } from "../../src/platform/database/sql.ts";
import type { Database } from "../../src/platform/database/types.ts";
import type { Society } from "../../src/society/index.ts";

export type Insured = {
  readonly id: MemberId;
  readonly name: string;
  readonly nameKana: string;
  readonly bornOn: PlainDate;
  readonly lostOn: PlainDate | null;
  /** メールアドレス of the members file. */
  readonly email: string | null;
};

export type Letter = {
  readonly id: Id<"credential">;
  readonly userId: string;
  readonly password: string;
  /** Of the society's own making. */
  readonly isWeak: boolean;
};

type Town = { readonly database: Database; readonly clock: Clock };

let count = 1000;

/** 被保険者, covered since 2020 unless the story says otherwise. */
export const insuredPerson = async (
  { database, clock }: Town,
  society: Society,
  own: Partial<Insured>,
): Promise<Insured> => {
  count += 1;
  const number = String(count);
  const now = clock.now();
  const person: Insured = {
    id: newId<"member">(epochMsOf(now)),
    name: "鈴木　花子",
    nameKana: "スズキ　ハナコ",
    bornOn: "1979-08-22" as PlainDate,
    lostOn: null,
    email: null,
    ...own,
  };
  await database.inSociety(society.id, async (tx) => {
    tx.write(sql`
      insert into member (society_id, id, symbol, member_number, branch_number, symbol_key,
        number_key, name, name_kana, name_key, kana_key, born_on, sex, relationship, acquired_on,
        lost_on, email, created_at, changed_at)
      values (${tx.society}, ${person.id}, '10', ${number}, '00', '10', ${number}, ${person.name},
        ${person.nameKana}, ${nameKey(person.name)}, ${nameKey(person.nameKana)}, ${person.bornOn},
        'female', '本人', '2020-04-01', ${person.lostOn}, ${person.email}, ${now}, ${now})`);
  });
  return person;
};

const thirteenDigits = () => `9${String(randomInt(1e11)).padStart(12, "0")}`;

/** An activated letter, as `credentials issue` makes them. */
export const letterFor = async (
  { database, clock, passwords }: Town & { readonly passwords: Passwords },
  society: Society,
  person: Insured,
  own: Partial<Letter> = {},
): Promise<Letter> => {
  using ticket = passwords.ticket();
  if (!ticket) throw new Error("the password queue is full");
  const letter: Letter = {
    id: newId<"credential">(epochMsOf(clock.now())),
    userId: thirteenDigits(),
    password: "abcd efgh jkmn",
    isWeak: false,
    ...own,
  };
  const hash = await passwords.hash(ticket, letter.password.replaceAll(" ", ""));
  const now = clock.now();
  const expiresAt = later(now, { days: society.policy.letter.credentialLifetimeDays });
  await database.inSociety(society.id, async (tx) => {
    tx.write(sql`
      update provisional_credential set state = 'void', voided_at = ${now}
       where society_id = ${tx.society} and member_id = ${person.id} and state = 'active'`);
    tx.write(sql`
      insert into credential_batch (society_id, id, state, prepared_at, activated_at)
      values (${tx.society}, ${letter.id}, 'activated', ${now}, ${now})`);
    tx.write(sql`
      insert into provisional_credential (society_id, id, batch_id, member_id, issued_id,
        password_hash, state, is_weak, expires_at, issued_at)
      values (${tx.society}, ${letter.id}, ${letter.id}, ${person.id}, ${letter.userId}, ${hash},
        'active', ${letter.isWeak}, ${expiresAt}, ${now})`);
    tx.write(sql`
      insert into login_directory (entrance_id, login_key, society_id, kind, target_id)
      values (${society.entranceId}, ${foldId(letter.userId)}, ${tx.society}, 'provisional', ${letter.id})`);
  });
  return letter;
};
