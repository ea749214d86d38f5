import type { MemberId } from "../../../kernel/ids.ts";
import type { Workplace } from "../../../letters/types.ts";
import type { Society } from "../../../society/types.ts";
import type { Holder } from "../types.ts";

/** Who gets a letter, of those whom the society's policy names. */
export type Wanted = {
  /** Only members without a letter that works. */
  readonly isOnlyNew: boolean;
  /** This member and no other, also where the last letter came back. */
  readonly only?: MemberId;
  /** Also members who have an account: their new letter lets them register anew. */
  readonly includesRegistered?: boolean;
};

export type PlanSociety = Pick<Society, "id" | "entranceId" | "policy">;

/** A recipient with what is printed, as it was when the plan was made. */
export type Planned = Holder & {
  /** In the plan, from 1; gaps where somebody was left out. */
  readonly place: number;
  readonly postalCode: string | null;
  readonly address: string | null;
  readonly workplaceCode: string | null;
  readonly workplaceName: string | null;
  readonly employeeNumber: string | null;
  readonly sentTo: string;
  /** The last letter came back from where this one would go. */
  readonly isReturned: boolean;
};

/** Letters that lie under one cover sheet: one workplace's, by the letters' numbers. */
export type Group = {
  readonly workplace: Workplace;
  readonly count: number;
  readonly first: number;
  readonly last: number;
};

/** What a letter's text comes to on paper. `openTypefaces().judge` of letters/ is one. */
export type Judge = (text: string) => {
  readonly unprintable: readonly string[];
  readonly standard: readonly string[];
};

export type FindingKind = "unprintable" | "standard-form" | "address-missing" | "returned";

/** What is to be told of a recipient before anything is issued. */
export type Finding = {
  readonly kind: FindingKind;
  readonly member: Holder;
  /** The column of the members file, such as 氏名; null where the member as a whole is meant. */
  readonly column: string | null;
  /** Which characters, each once. */
  readonly characters: readonly string[];
};

/** The first 100 of `total`. */
export type Told = { readonly first: readonly Finding[]; readonly total: number };
export type Findings = Readonly<Record<FindingKind, Told>>;

/** Who gets a letter, in which order: fixed, whatever happens to the members meanwhile. */
export type Plan = {
  readonly society: PlanSociety;
  readonly wanted: Wanted;
  /** Whoever has a character that cannot be printed is not among them. */
  readonly leavesOutUnprintable: boolean;
  readonly count: number;
  /** Empty where no cover sheets are needed. */
  readonly groups: readonly Group[];
  readonly findings: Findings;
};
