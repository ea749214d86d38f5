export {
  type CredentialsFile,
  type CredentialsImported,
  importCredentials,
  type NewId,
} from "./credentials/import.ts";
export { importMembers, type MembersFile, type MembersImported } from "./members/import.ts";
export type { Problem } from "./problems.ts";
export { codes, explain, type Rule } from "./text.ts";
