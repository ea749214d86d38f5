export { memberDid } from "./facts.ts";
export {
  insertAccount,
  isUserIdTaken,
  keepIssuedId,
  type NewAccount,
  takeUserId,
  userIdContest,
} from "./store.ts";
