export { inquiryCommands } from "./command.ts";
