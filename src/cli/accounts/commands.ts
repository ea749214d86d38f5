import type { Command } from "../command.ts";
import { exemptMailCommand } from "./exempt-mail/command.ts";
import { lockCommand, unlockCommand } from "./lock/commands.ts";
import { reissueCommand } from "./reissue.ts";
import { showCommand } from "./show/command.ts";

export const accountCommands: readonly Command[] = [
  showCommand,
  unlockCommand,
  lockCommand,
  reissueCommand,
  exemptMailCommand,
];
