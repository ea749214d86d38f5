import type { Sql } from "../../../../platform/database/sql.ts";
import type { InBoth } from "../../../../society/types.ts";
import {
  accountsPage,
  batchesPage,
  consentsPage,
  exemptionsPage,
  factorsPage,
  lettersPage,
  mailsPage,
  membersPage,
  type Page,
  runsPage,
} from "./store.ts";

export type Sheet = {
  readonly name: string;
  readonly page: (page: Page) => Sql;
  /** For the README of the folder. */
  readonly says: InBoth;
};

/** The CSV files of an export, in the order of the README. */
export const sheets: readonly Sheet[] = [
  {
    name: "members.csv",
    page: membersPage,
    says: {
      ja: "加入者。加入者ファイルと同じ列名で、そのまま取り込みに使えます。",
      en: "Members. The columns of a members file: it can be imported as it is.",
    },
  },
  {
    name: "accounts.csv",
    page: accountsPage,
    says: {
      ja: "登録した方のアカウント(ユーザID、メールアドレス、日時)。パスワードは含みません。",
      en: "Accounts: user IDs, e-mail addresses, dates. No passwords.",
    },
  },
  {
    name: "consents.csv",
    page: consentsPage,
    says: { ja: "利用規約への同意。", en: "Which version of the terms was agreed to, and when." },
  },
  {
    name: "second-factors.csv",
    page: factorsPage,
    says: {
      ja: "登録されている認証方法(生体認証、OTPアプリなど)と、その名前。鍵や番号は含みません。",
      en: "Second factors that are enrolled, with their names. No keys, no codes.",
    },
  },
  {
    name: "mail-exemptions.csv",
    page: exemptionsPage,
    says: {
      ja: "メールアドレスを免除した加入者と、その理由。",
      en: "Members who were exempted from an e-mail address, and why.",
    },
  },
  {
    name: "letter-batches.csv",
    page: batchesPage,
    says: { ja: "仮IDの発行と取り込み(1回が1行)。", en: "Batches of letters, one an issue." },
  },
  {
    name: "letters.csv",
    page: lettersPage,
    says: {
      ja: "仮IDの通知と、その後(使用、無効、戻り、期限切れ)。仮パスワードは含みません。",
      en: "Letters and what became of them: used, void, returned, expired. No passwords.",
    },
  },
  {
    name: "mails.csv",
    page: mailsPage,
    says: {
      ja: "送ったメールの種類と結果。宛先と本文は含みません。",
      en: "Mails by kind, and what became of them. No recipients, no words.",
    },
  },
  {
    name: "import-runs.csv",
    page: runsPage,
    says: {
      ja: "取り込んだファイルの記録。",
      en: "Which files were imported, and what they changed.",
    },
  },
];

/** The other files. */
export const others: readonly Omit<Sheet, "page">[] = [
  {
    name: "society.json",
    says: {
      ja: "組合の設定(名前、連絡先、運用方針)。society add で使えます。",
      en: "The society's document: name, contact, policy. `society add` takes it.",
    },
  },
  {
    name: "society-versions.jsonl",
    says: {
      ja: "組合の設定のすべての版。1行が1つのJSONです。",
      en: "Every version of that document, one JSON a line.",
    },
  },
  {
    name: "audit.jsonl",
    says: {
      ja: '監査記録と、その封。1行が1つのJSONです。記録のSHA-256は封の leaves にあります(行の "fact": の後から最後の } の前まで)。',
      en: 'Audit facts and their seals, one JSON a line. The SHA-256 of the text after "fact": without the last } stands in its seal\'s leaves.',
    },
  },
];
