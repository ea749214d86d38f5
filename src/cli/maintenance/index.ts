import type { Command } from "../command.ts";
import { addCommand } from "./add.ts";
import { cancelCommand } from "./cancel.ts";
import { listCommand } from "./list.ts";

export const maintenanceCommands: readonly Command[] = [addCommand, listCommand, cancelCommand];
