import { accountCommands } from "./accounts/commands.ts";
import { auditCommands } from "./audit/index.ts";
import { backupCommands } from "./backup/index.ts";
import type { Command } from "./command.ts";
import { credentialCommands } from "./credentials/commands.ts";
import { inquiryCommands } from "./inquiry/index.ts";
import { mailCommands } from "./mail.ts";
import { maintenanceCommands } from "./maintenance/index.ts";
import { memberCommands } from "./members/members.ts";
import { societyEndCommands } from "./society/end/index.ts";
import { societyCommands } from "./society/society.ts";
import { migrate } from "./upkeep/migrate.ts";
import { secretCommands } from "./upkeep/secrets.ts";

/** One line a command group. */
export const commands: readonly Command[] = [
  migrate,
  ...societyCommands,
  ...societyEndCommands,
  ...memberCommands,
  ...credentialCommands,
  ...accountCommands,
  ...maintenanceCommands,
  ...inquiryCommands,
  ...mailCommands,
  ...auditCommands,
  ...secretCommands,
  ...backupCommands,
];
