import type { Command } from "../command.ts";
import { reissueCommand } from "./reissue.ts";

export const accountCommands: readonly Command[] = [reissueCommand];
