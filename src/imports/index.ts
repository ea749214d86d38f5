export { importCredentials } from "./credentials/import.ts";
export type { CredentialsFile, CredentialsImported, NewId } from "./credentials/types.ts";
export { importMembers, type MembersFile, type MembersImported } from "./members/import.ts";
export type { Problem } from "./problems.ts";
export { codes, explain, type Rule } from "./text.ts";
