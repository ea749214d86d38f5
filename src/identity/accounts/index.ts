export { memberDid } from "./facts.ts";
export {
  insertAccount,
  isUserIdTaken,
  type NewAccount,
  takeUserId,
} from "./store.ts";
