import type { PlainDate } from "../kernel/time.ts";
import type { Society } from "../society/types.ts";

/** 事業所: where letters are handed out by the HR department. */
export type Workplace = { readonly code: string | null; readonly name: string | null };

/** What stands on one person's letter, ready to be printed. */
export type Letter = {
  /** 整理番号: finds the letter again when it comes back, and tells nothing: `12-00345-5`. */
  readonly reference: string;
  /** 氏名 as the society writes it. */
  readonly name: string;
  /** As on file, such as `812-0011`; null where the file has none. */
  readonly postalCode: string | null;
  readonly address: string | null;
  readonly workplace: Workplace;
  readonly employeeNumber: string | null;
  /** 仮ユーザID: 13 digits. */
  readonly issuedId: string;
  /** 仮パスワード as minted: `abcd-2345-wxyz`. */
  readonly password: string;
  /** The last day on which it works. */
  readonly lastDay: PlainDate;
};

/** The sheet that lies on the letters of one workplace. */
export type Cover = {
  readonly workplace: Workplace;
  /** How many letters lie under it. */
  readonly count: number;
  readonly firstReference: string;
  readonly lastReference: string;
};

/** What comes next on paper. */
export type Sheet =
  | { readonly kind: "letter"; readonly letter: Letter }
  | { readonly kind: "cover"; readonly cover: Cover };

/** What all letters of a batch have in common. */
export type Edition = {
  readonly society: Society;
  /** Of the entrance, such as `https://login.example.jp`. */
  readonly origin: string;
  readonly issuedOn: PlainDate;
};
