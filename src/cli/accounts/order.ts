import { judgeReason, readMemberKey, type Whom } from "../../identity/reissue/index.ts";
import { ok, type Refusal, type Result, refuse } from "../../kernel/result.ts";
import type { Call } from "../command.ts";

/** What an operator asks for, before anything is looked up. */
export type Asked = {
  readonly code: string;
  readonly whom: Whom;
  readonly reason: string;
  readonly csv: string | null;
  readonly pdf: string | null;
  readonly isRehearsal: boolean;
};

/** Wrong usage, or refused as what was given cannot be right. */
export type NotAsked = { readonly ok: false; readonly exit: 1 | 2; readonly refusal: Refusal };

const usage = (code: string): NotAsked => ({ ok: false, exit: 2, refusal: refuse(code) });
const refused = (refusal: Refusal): NotAsked => ({ ok: false, exit: 1, refusal });

const whomOf = (userId: string | undefined, member: unknown): Result<Whom> => {
  if (userId !== undefined) return ok({ by: "user-id", userId });
  const key = readMemberKey(String(member));
  return key.ok ? ok({ by: "member", key: key.value }) : key;
};

const pathOf = (given: string | boolean | undefined) => (typeof given === "string" ? given : null);

/** Reads the words after `accounts reissue`. */
export const readAsked = ({
  values,
  positionals,
}: Pick<Call, "values" | "positionals">):
  | { readonly ok: true; readonly asked: Asked }
  | NotAsked => {
  const [userId, ...others] = positionals;
  const { society: code, member } = values;
  if (typeof code !== "string") return usage("society-missing");
  if (others.length > 0 || (userId === undefined) === (member === undefined))
    return usage("whom-once");
  if (values.reason === undefined) return usage("reason-missing");
  const [csv, pdf] = [pathOf(values.csv), pathOf(values.pdf)];
  const isRehearsal = values["dry-run"] === true;
  if (csv === null && pdf === null && !isRehearsal) return usage("file-missing");
  if (csv !== null && csv === pdf) return usage("files-same");
  const reason = judgeReason(String(values.reason));
  if (!reason.ok) return refused(reason);
  const whom = whomOf(userId, member);
  if (!whom.ok) return refused(whom);
  const asked = { code, whom: whom.value, reason: reason.value, csv, pdf, isRehearsal };
  return { ok: true, asked };
};
