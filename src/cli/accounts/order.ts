import { judgeReason, type Whom } from "../../identity/reissue/index.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import type { Call } from "../command.ts";
import type { Places } from "../credentials/files.ts";
import { readMemberKey } from "../member-key.ts";

/** What an operator asks for, before anything is looked up. */
export type Asked = {
  readonly code: string;
  readonly whom: Whom;
  readonly reason: string;
  /** Both null only in a rehearsal. */
  readonly places: Places;
  readonly isRehearsal: boolean;
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

const placesIn = ({ values: { pdf, csv } }: Words): Places => ({
  pdf: typeof pdf === "string" ? pdf : null,
  csv: typeof csv === "string" ? csv : null,
});

/** Reads the words after `accounts reissue`. Refuses: wrong usage. */
export const readAsked = (words: Words): Result<Asked> => {
  const { society: code, reason: given } = words.values;
  if (typeof code !== "string") return refuse("society-missing");
  const whom = whomOf(words);
  if (!whom.ok) return whom;
  if (given === undefined) return refuse("reason-missing");
  const reason = judgeReason(String(given));
  if (!reason.ok) return reason;
  const places = placesIn(words);
  const isRehearsal = words.values["dry-run"] === true;
  if (!places.pdf && !places.csv && !isRehearsal) return refuse("file-missing");
  return ok({ code, whom: whom.value, reason: reason.value, places, isRehearsal });
};
