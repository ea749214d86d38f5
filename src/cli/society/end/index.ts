import type { Command } from "../../command.ts";
import { closing } from "./close.ts";
import { societyErase } from "./erase/command.ts";
import { societyExport } from "./export/command.ts";

export const societyEndCommands: readonly Command[] = [...closing, societyExport, societyErase];
