export { isIssuedForm, judgeUserId, type UserId } from "./rules.ts";
export { userIdMessages } from "./text.ts";
