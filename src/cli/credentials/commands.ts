import type { Command } from "../command.ts";
import { importCredentialsCommand } from "./import.ts";
import { issueCredentialsCommand } from "./issue.ts";

export const credentialCommands: readonly Command[] = [
  issueCredentialsCommand,
  importCredentialsCommand,
];
