import assert from "node:assert/strict";
import type { Command, Installation } from "../src/cli/command.ts";

/** What an operator's shell sees of one command. */
export const shellFor =
  (commands: readonly Command[], installation: () => Installation) =>
  async (name: string, values = {}, positionals: readonly string[] = []) => {
    const said: string[] = [];
    const complained: string[] = [];
    const printed: unknown[] = [];
    const steps: string[] = [];
    const command = commands.find((one) => one.name === name);
    assert.ok(command, name);
    const code = await command.run({
      values,
      positionals,
      out: {
        say: (line) => said.push(line),
        json: (result) => printed.push(result),
        complain: (line) => complained.push(line),
        progress: (_, done, total) => steps.push(`${done}/${total}`),
      },
      open: async () => installation(),
    });
    const json = printed[0] as Record<string, unknown>;
    return { code, said: said.join("\n"), complained: complained.join("\n"), json, steps };
  };
