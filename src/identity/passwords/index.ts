export { isCommonPassword } from "./blocklist.ts";
export {
  holdsOwnData,
  judgePassword,
  judgeTraits,
  type PasswordTraits,
  type Surroundings,
  traitsOf,
} from "./rules.ts";
export { passwordMessages } from "./text.ts";
