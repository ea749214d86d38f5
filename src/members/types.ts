import type { MemberId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/time.ts";

/** 記号・番号・枝番: symbol and number are the household's, the branch finds the person. */
export type MemberKey = {
  readonly symbol: string;
  readonly memberNumber: string;
  /** Two digits; 00 is the insured person. */
  readonly branchNumber: string;
};

/** 資格: since when, and until which day not. */
export type Eligibility = {
  readonly acquiredOn: PlainDate;
  /** 資格喪失日: the first day without cover. */
  readonly lostOn: PlainDate | null;
};

/** 加入者: an insured person or a dependent, as the society's file says. */
export type Member = MemberKey &
  Eligibility & {
    readonly id: MemberId;
    /** As sent, or as staff corrected it. */
    readonly name: string;
    readonly nameKana: string;
    readonly bornOn: PlainDate;
    readonly sex: "male" | "female" | null;
    /** 続柄, in the file's own words. */
    readonly relationship: string;
    readonly isInsuredPerson: boolean;
    /** The file's address; what the member registered is the account's. */
    readonly email: string | null;
  };
