import { byId, type Known, reading, writing } from "../any-order/answers.ts";
import {
  type Answer,
  insert,
  keep,
  type Memory,
  type Row,
  rowsOf,
  update,
  type Values,
} from "../any-order/memory.ts";

// What the statements of a right password and of second factors come to; the others are known to the
// first sign-in's answers.

const ownFactors: Answer = (memory, [, , accountId]) =>
  rowsOf(memory, "factor")
    .filter((row) => row.account_id === accountId)
    .toSorted((a, b) => (`${a.added_at}${a.id}` < `${b.added_at}${b.id}` ? -1 : 1))
    .map((row) => ({
      id: row.id,
      method: row.method,
      name: row.name,
      addedAt: row.added_at,
      usedAt: row.used_at ?? null,
      left:
        rowsOf(memory, "recovery_codes").find((one) => one.factor_id === row.id)?.codes_left ??
        null,
    }));

const held: Answer = (memory, [, id]) =>
  byId(memory, "account", id).map((row) => ({
    wrong: row.factor_wrong,
    lockedUntil: row.factor_locked_until,
    lockedAt: row.locked_at,
    passwordChangedAt: row.password_changed_at,
    active: row.factor_method,
    email: row.email,
    confirmedAt: row.email_confirmed_at,
    language: row.language,
  }));

const known: Answer = (memory, [, id]) =>
  byId(memory, "account", id).map((row) => ({
    userId: row.user_id,
    nameKana: "スズキ　ハナコ",
    email: row.email_confirmed_at === null ? null : row.email,
    active: row.factor_method,
    passwordChangedAt: row.password_changed_at,
    isInsuredPerson: rowsOf(memory, "member")[0]?.is_insured_person,
    isMailExempt: rowsOf(memory, "member")[0]?.is_mail_exempt,
  }));

const login: Answer = (memory) =>
  rowsOf(memory, "account").map((row) => ({
    kind: "account",
    societyId: row.society_id,
    targetId: row.id,
    memberId: row.member_id,
    passwordHash: row.password_hash,
    lockedAt: row.locked_at,
    browser: "source s",
    lockedUntil: null,
    credentialState: null,
    expiresAt: null,
    otherAccounts: 0,
    sourceTries: 0,
    factorMethod: row.factor_method,
    factorLockedUntil: row.factor_locked_until,
  }));

const ofAccount = (memory: Memory, table: string, accountId: unknown): readonly Row[] => {
  const own = rowsOf(memory, "factor").filter((row) => row.account_id === accountId);
  return rowsOf(memory, table).filter(({ factor_id: id }) => own.some((one) => one.id === id));
};

const device: Answer = (memory, [, factorId, accountId]) =>
  ofAccount(memory, "totp_device", accountId)
    .filter((row) => row.factor_id === factorId)
    .map((row) => ({ seed: row.seed, lastStep: row.last_step }));

const takeStep: Answer = (memory, [step, , factorId, before]) => {
  const isNewer = (row: Row) =>
    row.factor_id === factorId && Number(row.last_step) < Number(before ?? step);
  const taken = rowsOf(memory, "totp_device").filter(isNewer);
  update(memory, "totp_device", (row) => (isNewer(row) ? { last_step: step } : null));
  return taken;
};

const codes: Answer = (memory, [, accountId]) =>
  ofAccount(memory, "recovery_codes", accountId).map((row) => ({
    factorId: row.factor_id,
    codes: row.codes,
    left: row.codes_left,
  }));

const session = (memory: Memory, values: Values) =>
  insert(memory, "session", { id: values[1], account_id: values[2], amr: values[9] });

const removeFactor = (memory: Memory, [, id]: Values) => {
  keep(memory, "factor", (row) => row.id !== id);
  for (const table of ["totp_device", "recovery_codes", "passkey"])
    keep(memory, table, (row) => row.factor_id !== id);
};

const counts: Answer = (memory, [minute, hour, , subjectId, , day]) => {
  const since = (from: unknown) =>
    rowsOf(memory, "mail_check").filter(
      (row) => row.subject_id === subjectId && `${row.sent_at}` > `${from}`,
    ).length;
  return [{ inMinute: since(`${minute}`.slice(0, 16)), inHour: since(hour), inDay: since(day) }];
};

const ofOne =
  (table: string, column: string, change: (values: Values) => Row, at: number) =>
  (memory: Memory, values: Values) =>
    update(memory, table, (row) => (row[column] === values[at] ? change(values) : null));

export const answers: readonly Known[] = [
  reading(/ from find_login\(/, login),
  reading(/^with counter as materialized/, (memory, values) => {
    const [held] = byId(memory, "account", values[5]).filter(
      (row) => row.password_hash === values[6],
    );
    return [
      {
        isLocked: null,
        isCounted: false,
        isSame: held !== undefined,
        isWrong: Number(held?.factor_wrong) > 0,
      },
    ];
  }),
  writing(/^with begun as \( insert into session /, session),
  reading(/^select id, method, name, added_at /, ownFactors),
  reading(/^select factor_wrong as wrong, /, held),
  reading(/^select a\.user_id as "userId", m\.name_kana /, known),
  reading(/^select m\.is_insured_person /, (memory, [, id]) =>
    byId(memory, "member", id).map((row) => ({
      isInsuredPerson: row.is_insured_person,
      isMailExempt: row.is_mail_exempt,
    })),
  ),
  writing(/^select from account .* for no key update$/, () => {}),
  reading(/^select count\(\*\) filter \(where sent_at >= date_trunc/, counts),
  reading(/^select count\(\*\)::int as nth /, () => [{ nth: 1 }]),
  reading(/^select d\.seed, /, device),
  reading(/^update totp_device set last_step /, takeStep),
  reading(/^select c\.factor_id as "factorId", c\.codes, /, codes),
  writing(
    /^update recovery_codes set codes = /,
    ofOne("recovery_codes", "factor_id", ([all, left]) => ({ codes: all, codes_left: left }), 3),
  ),
  reading(/^select p\.credential_id as "credentialId", p\.transports /, (memory, [, accountId]) =>
    ofAccount(memory, "passkey", accountId).map((row) => ({
      credentialId: row.credential_id,
      transports: row.transports,
    })),
  ),
  reading(/^select is_passkey_known\(/, (memory, [, credentialId]) => [
    { isKnown: rowsOf(memory, "passkey").some((row) => row.credential_id === credentialId) },
  ]),
  reading(/^select p\.factor_id as "factorId", f\.account_id /, (memory, [, , credentialId]) =>
    rowsOf(memory, "passkey")
      .filter((row) => row.credential_id === credentialId)
      .map((row) => ({
        factorId: row.factor_id,
        accountId: byId(memory, "factor", row.factor_id)[0]?.account_id,
        credentialId,
        publicKey: row.public_key,
        counter: row.counter,
        isSyncable: row.is_syncable,
        rpId: row.rp_id,
      })),
  ),
  writing(
    /^update passkey set counter = /,
    ofOne("passkey", "factor_id", ([counter, isSynced]) => ({ counter, is_synced: isSynced }), 3),
  ),
  writing(/^delete from passkey_directory /, () => {}),
  writing(/^with fixed as \( update entrance /, () => {}),
  writing(/^delete from factor /, removeFactor),
  writing(/^with used as \( update factor set used_at = /, (memory, [at, , factorId, , id]) => {
    update(memory, "factor", (row) => (row.id === factorId ? { used_at: at } : null));
    update(memory, "account", (row) =>
      row.id === id && Number(row.factor_wrong) > 0
        ? { factor_wrong: 0, factor_locked_until: null }
        : null,
    );
  }),
  writing(/^update account set factor_wrong = 0, /, (memory, [, id]) =>
    update(memory, "account", (row) =>
      row.id === id ? { factor_wrong: 0, factor_locked_until: null } : null,
    ),
  ),
  writing(
    /^update account set factor_wrong = \$/,
    ofOne(
      "account",
      "id",
      ([wrong, until]) => ({ factor_wrong: wrong, factor_locked_until: until }),
      3,
    ),
  ),
  writing(
    /^update account set factor_method = /,
    ofOne("account", "id", ([method]) => ({ factor_method: method }), 2),
  ),
];
