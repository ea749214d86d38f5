import { userIdContest } from "../../src/identity/accounts/index.ts";
import {
  type Answer,
  insert,
  keep,
  type Memory,
  type Row,
  rowsOf,
  update,
  type Values,
} from "./memory.ts";

// What the statements of a first sign-in come to. A statement that is not here fails the test.

/** A statement by its words, and what it comes to. */
export type Known = { readonly like: RegExp; readonly answer: (words: string) => Answer };

export const reading = (
  like: RegExp,
  read: (memory: Memory, values: Values) => readonly Row[],
): Known => ({
  like,
  answer: () => read,
});
export const writing = (like: RegExp, write: (memory: Memory, values: Values) => void): Known => ({
  like,
  answer: () => (memory, values) => {
    write(memory, values);
    return [];
  },
});
const ignored = (like: RegExp): Known => writing(like, () => {});

export const byId = (memory: Memory, table: string, id: unknown) =>
  rowsOf(memory, table).filter((row) => row.id === id);

/** `insert into t (a, b) values ($1, 'x')` as a row. */
const inserted = (words: string): Answer => {
  const [, table = "", columns = "", given = ""] =
    /^insert into (\w+) \(([^)]*)\) values \(([^)]*)\)/.exec(words) ?? [];
  const names = columns.split(", ");
  const places = given.split(", ").map((place) => place.trim());
  const isSame = (a: Row, b: Row) => a.entrance_id === b.entrance_id && a.login_key === b.login_key;
  return (memory, values) => {
    const row = Object.fromEntries(
      names.map((name, i) => {
        const place = places[i] ?? "";
        return [
          name,
          place.startsWith("$") ? values[Number(place.slice(1)) - 1] : place.slice(1, -1),
        ];
      }),
    );
    if (table === "login_directory" && rowsOf(memory, table).some((other) => isSame(other, row)))
      throw Object.assign(new Error("taken"), { code: "23505", constraint: userIdContest });
    insert(memory, table, { ...defaults[table], ...row });
    return [];
  };
};

const defaults: Readonly<Record<string, Row>> = {
  flow: { done: [], turn: 1, wrong: 0, ended_at: null, outcome: null },
  mail_check: { wrong: 0, confirmed_at: null },
  account: {
    ...{ locked_at: null, awaits_letter: null },
    ...{ factor_method: null, factor_wrong: 0, factor_locked_until: null },
  },
};

const asCheck = (row: Row): Row => ({
  id: row.id,
  flowId: row.flow_id,
  step: row.step,
  email: row.email,
  codeMac: row.code_mac,
  wrong: row.wrong,
  sentAt: row.sent_at,
  codeUntil: row.code_until,
  linkUntil: row.link_until,
  confirmedAt: row.confirmed_at,
  mailState: "sent",
});

const later = (a: Row, b: Row) => (`${b.sent_at}${b.id}` < `${a.sent_at}${a.id}` ? a : b);

const folded = (text: unknown) => `${text}`.toLowerCase();

const readCheck: Answer = (memory, [, id, , flowId, step, email]) => {
  if (id) return byId(memory, "mail_check", id).map(asCheck);
  const rows = rowsOf(memory, "mail_check").filter(
    (row) => row.flow_id === flowId && row.step === step && folded(row.email) === folded(email),
  );
  return rows.length > 0 ? [asCheck(rows.reduce(later))] : [];
};

const checksOf: Answer = (memory, [since, email, , , subjectId]) => {
  const rows = rowsOf(memory, "mail_check").filter((row) => row.subject_id === subjectId);
  const isProof = (row: Row) => row.confirmed_at !== null && folded(row.email) === folded(email);
  return [
    {
      lastSentAt: rows
        .filter((row) => folded(row.email) === folded(email))
        .reduce<unknown>((last, { sent_at: at }) => (`${at}` > `${last ?? ""}` ? at : last), null),
      sentToday: rows.filter(({ sent_at: at }) => `${at}` > `${since}`).length,
      wasProved: rows.some(isProof),
    },
  ];
};

const tries =
  (column: string): Answer =>
  (memory, [, mac, since = ""]) => [
    {
      count: rowsOf(memory, "failed_try").filter(
        (row) => row[column] === mac && `${row.at}` > `${since}`,
      ).length,
    },
  ];

const holder: Answer = (memory, [, id]) =>
  byId(memory, "member", id).map((row) => ({
    bornOn: row.born_on,
    nameKana: row.name_kana,
    fileAddress: row.email,
  }));

const standing: Answer = (memory, [, id]) =>
  byId(memory, "member", id).map((row) => ({ lostOn: row.lost_on, fileAddress: row.email }));

const accountOf: Answer = (memory, [, memberId]) =>
  rowsOf(memory, "account")
    .filter((row) => row.member_id === memberId)
    .map((row) => ({
      id: row.id,
      entranceId: row.entrance_id,
      userId: row.user_id,
      email: row.email,
      confirmedAt: row.email_confirmed_at,
      wantsUpdateMails: row.wants_update_mails,
      language: row.language,
      lockedAt: row.locked_at,
      awaitsLetter: row.awaits_letter,
    }));

const renew = (memory: Memory, values: Values) => {
  const [userId, hash, , email, confirmedAt, , , wantsMails, language, , id] = values;
  update(memory, "account", (row) =>
    row.id === id
      ? {
          user_id: userId,
          password_hash: hash,
          email,
          email_confirmed_at: confirmedAt,
          wants_update_mails: wantsMails,
          language,
          awaits_letter: null,
        }
      : null,
  );
};

type Login = { readonly kind: unknown; readonly target_id: unknown; readonly login_key: unknown };
const isFormer = (row: Row, accountId: unknown, key: unknown) => {
  const { kind, target_id: target, login_key: own } = row as Login;
  return kind === "account" && target === accountId && own !== key;
};

/** What a letter had given leads back to it. */
const leadBack = (memory: Memory, [, , accountId, key, , memberId]: Values) =>
  update(memory, "login_directory", (row) => {
    const letter = rowsOf(memory, "provisional_credential").find(
      (one) =>
        one.member_id === memberId &&
        one.state === "used" &&
        folded(one.issued_id) === row.login_key,
    );
    const isIts = letter && isFormer(row, accountId, key);
    return isIts ? { kind: "provisional", target_id: letter.id } : null;
  });

const release = (memory: Memory, [, , accountId, key]: Values) =>
  keep(memory, "login_directory", (row) => !isFormer(row, accountId, key));

const consent = (memory: Memory, [, accountId, version]: Values) => {
  const isIts = (row: Row) => row.account_id === accountId && row.version === version;
  if (!rowsOf(memory, "terms_consent").some(isIts))
    insert(memory, "terms_consent", { account_id: accountId, version });
};

const saveFlow = (memory: Memory, values: Values) => {
  const [done, state, wrong, version, changedAt, endedAt, outcome, , id] = values;
  update(memory, "flow", (row) =>
    row.id === id
      ? {
          done,
          state,
          turn: Number(row.turn) + 1,
          wrong,
          policy_version: version,
          changed_at: changedAt,
          ended_at: endedAt,
          outcome,
        }
      : null,
  );
};

const endOthers = (memory: Memory, [endedAt, outcome, , , subjectId, id]: Values) =>
  update(memory, "flow", (row) =>
    row.subject_id === subjectId && row.id !== id && row.ended_at === null
      ? { ended_at: endedAt, outcome, turn: Number(row.turn) + 1 }
      : null,
  );

const keepIssued: Answer = (memory, [accountId, entranceId, , credentialId]) => {
  const isIts = (row: Row) =>
    row.entrance_id === entranceId && row.kind === "provisional" && row.target_id === credentialId;
  const kept = rowsOf(memory, "login_directory").filter(isIts);
  update(memory, "login_directory", (row) =>
    isIts(row) ? { kind: "account", target_id: accountId } : null,
  );
  return kept;
};

export const answers: readonly Known[] = [
  reading(/^select born_on as/, holder),
  reading(/^select lost_on as/, standing),
  reading(/^select id, entrance_id as "entranceId", user_id as .* from account /, accountOf),
  ignored(/^select from account .* for no key update$/),
  writing(/^update account set user_id = /, renew),
  writing(/^update login_directory d set kind = 'provisional'/, leadBack),
  writing(/^delete from login_directory where .* login_key <> \$/, release),
  writing(/^insert into terms_consent .* on conflict do nothing$/, consent),
  reading(/^select \* from find_flow\(/, (memory, [, hash, kind]) => {
    const token = rowsOf(memory, "flow_token").find((row) => row.token_hash === hash);
    return byId(memory, "flow", token?.flow_id).filter((row) => row.kind === kind);
  }),
  reading(/^select (\*|turn) from flow where society_id = \$1 and id = \$2/, (memory, [, id]) =>
    byId(memory, "flow", id),
  ),
  reading(/ from mail_check c left join mail m /, readCheck),
  reading(/^select count\(\*\) filter \(where sent_at > /, checksOf),
  reading(/^select target_id as id from link_token /, (memory, [, hash]) =>
    rowsOf(memory, "link_token")
      .filter((row) => row.token_hash === hash)
      .map((row) => ({ id: row.target_id })),
  ),
  reading(/ from failed_try where entrance_id = \$1 and target_id = \$2 /, tries("target_id")),
  reading(/^select from provisional_credential .* for update$/, () => []),
  reading(/ from failed_try where entrance_id = \$1 and source_mac = \$2 /, tries("source_mac")),
  reading(/^select is_login_taken\(/, (memory, [entrance, key]) => [
    {
      taken: rowsOf(memory, "login_directory").some(
        (row) => row.entrance_id === entrance && row.login_key === key,
      ),
    },
  ]),
  reading(/^select .*is_weak as "isWeak".* from provisional_credential /, (memory, [, id]) =>
    byId(memory, "provisional_credential", id).map((row) => ({
      issuedId: row.issued_id,
      isWeak: row.is_weak,
      resetsFactors: row.resets_factors,
    })),
  ),
  reading(/^select state, .* from provisional_credential .* for update$/, (memory, [, id]) =>
    byId(memory, "provisional_credential", id).map((row) => ({
      state: row.state,
      resetsFactors: row.resets_factors,
    })),
  ),
  writing(/^update flow set done = /, saveFlow),
  writing(/^update flow set ended_at = /, endOthers),
  writing(/^update mail_check set wrong = wrong \+ 1 /, (memory, [, id]) =>
    update(memory, "mail_check", (row) =>
      row.id === id ? { wrong: Number(row.wrong) + 1 } : null,
    ),
  ),
  writing(/^update mail_check set confirmed_at = /, (memory, [at, , id]) =>
    update(memory, "mail_check", (row) =>
      row.id === id && row.confirmed_at === null ? { confirmed_at: at } : null,
    ),
  ),
  writing(/^update provisional_credential set state = 'used'/, (memory, [, , id]) =>
    update(memory, "provisional_credential", (row) =>
      row.id === id && row.state === "active" ? { state: "used" } : null,
    ),
  ),
  reading(/^update login_directory set kind = 'account'/, keepIssued),
  writing(/^with given as materialized .* insert into mail /, (memory, [json, , at]) =>
    insert(
      memory,
      "mail",
      ...(JSON.parse(String(json)) as Row[]).map((row) => ({ ...row, queued_at: at })),
    ),
  ),
  ignored(/\b(insert into|update) (audit_fact|session|known_browser|address_confirmation)\b/),
  ignored(/^update account set last_signed_in_at /),
  writing(/^update account set factor_wrong = 0, .* and id = \$2$/, (memory, [, id]) =>
    update(memory, "account", (row) =>
      row.id === id ? { factor_wrong: 0, factor_locked_until: null } : null,
    ),
  ),
  { like: /^insert into \w+ \([^)]*\) values /, answer: inserted },
];
