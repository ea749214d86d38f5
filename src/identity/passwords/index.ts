export { type NewPassword, newPasswordField, ownDataIn, sameAgain, type Typing } from "./fields.ts";
export { type ChosenPassword, hashed } from "./hashed.ts";
export { judgePassword, judgeTraits } from "./rules.ts";
export { passwordMessages } from "./text.ts";
