import { judgeReason, type Whom } from "../../identity/reissue/index.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import type { Call } from "../command.ts";
import type { Places } from "../credentials/files.ts";
import { readMemberKey } from "../members/member-key.ts";

/** Whom an operator means, before anything is looked up. */
type AskedWhom = { readonly code: string; readonly whom: Whom };

/** Whom an operator means, and why. */
export type AskedOf = AskedWhom & {
  readonly reason: string;
  readonly isRehearsal: boolean;
};

/** What a reissue is asked for. */
export type Asked = AskedOf & {
  /** Both null only in a rehearsal. */
  readonly places: Places;
  /** What the member has enrolled goes too. */
  readonly resetsFactors: boolean;
};

type Words = Pick<Call, "values" | "positionals">;

const whomOf = ({ values: { member }, positionals }: Words): Result<Whom> => {
  const [userId, ...others] = positionals;
  if (others.length > 0 || (userId === undefined) === (member === undefined))
    return refuse("whom-once");
  if (userId !== undefined) return ok({ by: "user-id", userId });
  const key = readMemberKey(String(member));
  return key ? ok({ by: "member", key }) : refuse("member-form");
};

const readWhom = (words: Words): Result<AskedWhom> => {
  const { society: code } = words.values;
  if (typeof code !== "string") return refuse("society-missing");
  const whom = whomOf(words);
  return whom.ok ? ok({ code, whom: whom.value }) : whom;
};

/** Reads what a command that only looks is told: it may say why. Refuses: wrong usage. */
export const readLook = (words: Words): Result<AskedWhom & { readonly reason: string | null }> => {
  const whom = readWhom(words);
  const { reason: given } = words.values;
  if (!whom.ok || given === undefined) return whom.ok ? ok({ ...whom.value, reason: null }) : whom;
  const reason = judgeReason(String(given));
  return reason.ok ? ok({ ...whom.value, reason: reason.value }) : reason;
};

/** Reads what each command on one account is told. Refuses: wrong usage. */
export const readAskedOf = (words: Words): Result<AskedOf> => {
  const whom = readWhom(words);
  if (!whom.ok) return whom;
  const { reason: given } = words.values;
  if (given === undefined) return refuse("reason-missing");
  const reason = judgeReason(String(given));
  if (!reason.ok) return reason;
  const isRehearsal = words.values["dry-run"] === true;
  return ok({ ...whom.value, reason: reason.value, isRehearsal });
};

const placesIn = ({ values: { pdf, csv } }: Words): Places => ({
  pdf: typeof pdf === "string" ? pdf : null,
  csv: typeof csv === "string" ? csv : null,
});

/** Reads the words after `accounts reissue`. Refuses: wrong usage. */
export const readAsked = (words: Words): Result<Asked> => {
  const asked = readAskedOf(words);
  if (!asked.ok) return asked;
  const places = placesIn(words);
  if (!places.pdf && !places.csv && !asked.value.isRehearsal) return refuse("file-missing");
  const resetsFactors = words.values["reset-factors"] === true;
  return ok({ ...asked.value, places, resetsFactors });
};
