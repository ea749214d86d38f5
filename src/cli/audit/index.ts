import type { Command } from "../command.ts";
import { auditExport } from "./export.ts";
import { auditVerify } from "./verify.ts";

export const auditCommands: readonly Command[] = [auditVerify, auditExport];
