export { memberDid } from "./facts.ts";
export {
  type AddressOnFile,
  addressOf,
  insertAccount,
  isUserIdTaken,
  type NewAccount,
  takeUserId,
} from "./store.ts";
