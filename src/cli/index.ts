export type { Installation } from "./command.ts";
export { commands } from "./commands.ts";
export { runCommandLine } from "./main.ts";
