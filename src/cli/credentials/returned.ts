import { readFile, stat } from "node:fs/promises";
import { returnLetters } from "../../identity/provisional/index.ts";
import type { Call, Command, ExitCode } from "../command.ts";
import { readMemberKey } from "../members/member-key.ts";
import { runOrigin } from "../origin.ts";
import { noSuchSociety, refuseFile } from "../output/problems.ts";
import { complainReturned, sayReturned } from "./returned-told.ts";

/** Some 70,000 references; whatever is larger is another file. */
const largestFile = 1_000_000;

/** One reference a line, as somebody wrote them down. Null where the file is too large for that. */
const readList = async (path: string): Promise<readonly string[] | null> => {
  if ((await stat(path)).size > largestFile) return null;
  const text = (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
  return text.split(/[\r\n]+/).flatMap((line) => line.trim() || []);
};

const takeBack = async (
  { values, positionals, out, open }: Call,
  code: string,
  listed: readonly string[],
): Promise<ExitCode> => {
  const { member: text } = values;
  const member = typeof text === "string" ? readMemberKey(text) : null;
  if (typeof text === "string" && !member) {
    out.complain(`--member ${text}: 記号/番号/枝番 の形で入れてください(例: 10/1001/00)。`);
    return 2;
  }
  const { database, clock, registry } = await open();
  const society = registry.byCode(code);
  if (!society) return noSuchSociety(out, code);
  const isRehearsal = values["dry-run"] === true;
  const references = [...positionals, ...listed];
  const done = await returnLetters(
    { database, clock },
    {
      ...{ society: society.id, references, member, isRehearsal },
      actor: { kind: "operator" },
      origin: runOrigin(clock.now()),
    },
  );
  return done.ok ? sayReturned(out, done, isRehearsal) : complainReturned(out, done);
};

const listOf = async ({ values: { file }, out }: Call): Promise<readonly string[] | ExitCode> => {
  if (typeof file !== "string") return [];
  try {
    const listed = await readList(file);
    if (listed && listed.length > 0) return listed;
    out.complain(`${file}: 整理番号を1行に1つ書いたファイルにしてください。何も変わっていません。`);
    return 1;
  } catch (error) {
    return refuseFile(out, error, { path: file, end: "何も変わっていません。" });
  }
};

const run = async (call: Call): Promise<ExitCode> => {
  const { positionals, values } = call;
  const { society: code, member, file } = values;
  if (typeof code !== "string") return 2;
  if (positionals.length === 0 && member === undefined && file === undefined) return 2;
  const listed = await listOf(call);
  return typeof listed === "number" ? listed : takeBack(call, code, listed);
};

export const returnCredentialsCommand: Command = {
  name: "credentials returned",
  usage: "--society CODE [REFERENCE…] [--file LIST.txt] [--member 記号/番号/枝番] [--dry-run]",
  summary:
    "Marks letters that came back undelivered, by their reference: they stop working. The file has one reference a line.",
  options: {
    society: { type: "string" },
    file: { type: "string" },
    member: { type: "string" },
    "dry-run": { type: "boolean" },
  },
  run,
};
