import type { Member } from "../../members/index.ts";
import type { Account } from "../accounts/index.ts";

/** Whose letter is issued anew, as they stand. */
export type Person = {
  readonly member: Member;
  /** Null: not registered. */
  readonly account: Account | null;
  /** Living ones: they end. */
  readonly sessions: number;
  /** 認証方法 that are enrolled, recovery codes among them. */
  readonly factors: number;
};
