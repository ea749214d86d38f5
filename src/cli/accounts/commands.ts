import type { Command } from "../command.ts";
import { exemptMailCommand } from "./exempt-mail/command.ts";
import { reissueCommand } from "./reissue.ts";

export const accountCommands: readonly Command[] = [reissueCommand, exemptMailCommand];
