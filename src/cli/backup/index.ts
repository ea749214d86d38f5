import type { Command } from "../command.ts";
import { exportAll } from "./export.ts";
import { importAll } from "./import.ts";

export const backupCommands: readonly Command[] = [exportAll, importAll];
