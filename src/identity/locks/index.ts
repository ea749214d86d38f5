export { loginMacOf } from "./login-mac.ts";
export { type NoticeParts, tellOwners } from "./notices.ts";
export { rowSince } from "./row.ts";
export { forgetCounters } from "./store.ts";
