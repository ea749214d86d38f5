export { memberDid } from "./facts.ts";
export { noticeAddresses, type Reachable } from "./notice-addresses.ts";
export { awaitLetter, type Renewal, releaseUserIds, renewAccount } from "./renewal/store.ts";
export {
  type Account,
  accountOf,
  agreeToTerms,
  insertAccount,
  isUserIdTaken,
  keepIssuedId,
  lockAccountOf,
  type NewAccount,
  takeUserId,
  userIdContest,
} from "./store.ts";
