import { parseArgs } from "node:util";
import { codeOf, type FailureKind, failureKind } from "../platform/database/failures.ts";
import { StartRefusal } from "../platform/start-refusal.ts";
import type { Command, ExitCode, Installation, Output } from "./command.ts";
import { outputTo } from "./output/output.ts";

type Opener = () => Promise<Installation & { readonly close: () => Promise<void> }>;

export type CommandLine = {
  readonly commands: readonly Command[];
  readonly open: Opener;
};

const alike = { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;

const usageOf = (command: Command) => `kenpo ${command.name} ${command.usage}`.trim();

/** Every command with its sentence. */
export const usage = (commands: readonly Command[]): string =>
  [
    "kenpo: the member portal of health insurance societies",
    "",
    "  kenpo serve\n      Runs the web server alone.",
    "  kenpo worker\n      Runs the worker alone: mails, seals, what is swept.",
    ...commands.map((command) => `  ${usageOf(command)}\n      ${command.summary}`),
    "",
    "  Every command takes --json for machines and --help.",
    "  Exit codes: 0 done, 1 the input was refused and nothing changed, 2 wrong usage.",
  ].join("\n");

const isHelp = (word: string | undefined) => ["--help", "-h", "help"].includes(word ?? "");

/** Those of a group, such as `society`; all where no group has that name. */
const groupOf = (commands: readonly Command[], word: string) => {
  const group = commands.filter(({ name }) => name.split(" ")[0] === word);
  return group.length > 0 ? group : commands;
};

const find = (commands: readonly Command[], words: readonly string[]) =>
  commands.find(({ name }) => name === words.slice(0, name.split(" ").length).join(" "));

type Running = {
  readonly command: Command;
  readonly words: readonly string[];
  readonly open: Opener;
};

const parse = ({ command, words }: Running) => {
  try {
    return parseArgs({
      args: words.slice(command.name.split(" ").length),
      options: { ...command.options, ...alike },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    return (error as Error).message;
  }
};

const call = async (
  running: Running,
  parsed: Exclude<ReturnType<typeof parse>, string>,
  out: Output,
) => {
  let opened: Awaited<ReturnType<Opener>> | undefined;
  try {
    return await running.command.run({
      values: parsed.values as Readonly<Record<string, string | boolean | undefined>>,
      positionals: parsed.positionals,
      out,
      open: async () => {
        opened ??= await running.open();
        return opened;
      },
    });
  } finally {
    await opened?.close();
  }
};

const run = async (running: Running): Promise<ExitCode> => {
  const parsed = parse(running);
  if (typeof parsed === "string") {
    console.error(`${parsed}\nusage: ${usageOf(running.command)}`);
    return 2;
  }
  const out = outputTo({ isJson: parsed.values.json === true });
  if (parsed.values.help) {
    console.log(`${usageOf(running.command)}\n  ${running.command.summary}`);
    return 0;
  }
  const code = await call(running, parsed, out);
  if (code === 2) out.complain(`usage: ${usageOf(running.command)}`);
  return code;
};

const databaseWords: Readonly<Record<FailureKind, string | null>> = {
  busy: "データベースが混み合っています。少し待ってから、もう一度実行してください。",
  unavailable:
    "データベースにつながりません。動いていること、接続に空きがあることを確かめて、もう一度実行してください。",
  "storage-full": "データベースのディスクがいっぱいです。空きを作って、もう一度実行してください。",
  other: null,
};

/** What an operator can mend, in a line; null for a bug of ours. */
const lineOf = (error: unknown): string | null => {
  if (error instanceof StartRefusal) return error.message;
  // a file's ENOENT is a socket's too, but only the file's error has a path
  const isOfFile = (error as NodeJS.ErrnoException).path !== undefined;
  const words = isOfFile ? null : databaseWords[failureKind(error)];
  return words && `${words}(${codeOf(error) || (error as Error).message})`;
};

/** Runs one command. Prints its refusal; only bugs leave a stack. */
export const runCommandLine = async (
  words: readonly string[],
  { commands, open }: CommandLine,
): Promise<ExitCode> => {
  const command = find(commands, words);
  if (!command && (isHelp(words[0]) || isHelp(words.at(-1)))) {
    console.log(usage(groupOf(commands, words[0] ?? "")));
    return 0;
  }
  if (!command) {
    console.error(`kenpo: there is no command "${words.join(" ")}"\n\n${usage(commands)}`);
    return 2;
  }
  try {
    return await run({ command, words, open });
  } catch (error) {
    const told = lineOf(error);
    if (told === null) throw error;
    console.error(`kenpo: ${told}`);
    return 1;
  }
};
