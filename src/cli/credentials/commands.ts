import type { Command } from "../command.ts";
import { listBatchesCommand } from "./batches.ts";
import { fetchCredentialsCommand } from "./fetch.ts";
import { importCredentialsCommand } from "./import.ts";
import { issueCredentialsCommand } from "./issue.ts";
import { returnCredentialsCommand } from "./returned.ts";

export const credentialCommands: readonly Command[] = [
  issueCredentialsCommand,
  importCredentialsCommand,
  listBatchesCommand,
  fetchCredentialsCommand,
  returnCredentialsCommand,
];
