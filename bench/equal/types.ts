import type { Answer, Visitor } from "../../test/http-client.ts";

/** A form that is filled in and has only to be sent. */
export type Ready = {
  readonly send: () => Promise<Answer>;
  /** What pages may repeat of it. */
  readonly typed: readonly string[];
};

/** Who a stranger asks about, and what is true of them: `unknown`, `wrong`, `locked`, … */
export type Cases = Readonly<Record<string, (turn: number, browser: Visitor) => Promise<Ready>>>;

/** Where strangers may ask. */
export type Door = {
  readonly name: string;
  readonly cases: Cases;
  /** What counts and locks is as at the beginning. */
  readonly reset: () => Promise<void>;
};
