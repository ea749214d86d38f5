export { issuedAsUserId, judgeUserId, type UserId } from "./rules.ts";
export { symbolsIn, userIdMessages } from "./text.ts";
