export { isCommonPassword } from "./blocklist.ts";
export { type NewPassword, newPasswordField, ownDataIn, sameAgain, type Typing } from "./fields.ts";
export { type ChosenPassword, hashed } from "./hashed.ts";
export type { OwnData } from "./personal-rules.ts";
export {
  judgePassword,
  judgeTraits,
  type PasswordTraits,
  type Surroundings,
  traitsOf,
} from "./rules.ts";
export { passwordMessages } from "./text.ts";
