import { mailOtpMethod } from "./mail-otp/index.ts";
import type { Method, MethodName, MethodServices } from "./method.ts";
import { passkeyMethod } from "./passkey/index.ts";
import { recoveryCodesMethod } from "./recovery-codes/index.ts";
import { totpMethod } from "./totp/index.ts";

export type {
  AnyDoor,
  Asked,
  ChosenMethod,
  Door,
  DoorPage,
  DoorShown,
  Enrolled,
  Factor,
  Known,
  Made,
  Method,
  MethodName,
  MethodServices,
  Owner,
  Place,
  Verdict,
  Writing,
} from "./method.ts";
export { doorOf } from "./method.ts";
export { freeName, isNameTaken, longestName } from "./names.ts";
export { type KnownOwner, knownOwner } from "./owner/store.ts";
export { codesText } from "./recovery-codes/file.ts";
export { codesLeft } from "./recovery-codes/store.ts";
export type { Kept as KeptCodes } from "./recovery-codes/types.ts";
export {
  afterWrong,
  canLose,
  type FactorCount,
  firstAsked,
  hasFactor,
  hasSpare,
  isDemanded,
  isFactorLocked,
  isFew,
  isFull,
  isUsedUp,
  mostOfMethod,
  mustEnrol,
  type Person,
  satisfying,
} from "./rules.ts";
export {
  activate,
  deleteFactor,
  factorsOf,
  forgetWrong,
  type Held,
  holdFactors,
  insertFactor,
  noteRight,
  noteWrong,
  personOf,
  renameFactor,
} from "./store.ts";
export { nameTaken } from "./text/name-text.ts";

/** All that there are. A new one: its folder, a line here, and its name in the policy. */
const all: readonly ((services: MethodServices) => Method)[] = [
  passkeyMethod,
  totpMethod,
  mailOtpMethod,
  recoveryCodesMethod,
];

/** The methods, by name, with what they work with. */
export type Methods = {
  readonly all: readonly Method[];
  /** @throws when there is none of that name: a row of a newer version */
  readonly named: (name: MethodName) => Method;
};

export const openMethods = (services: MethodServices): Methods => {
  const methods = all.map((open) => open(services));
  return {
    all: methods,
    named: (name) => {
      const found = methods.find((method) => method.name === name);
      if (!found) throw new Error(`no method ${name}`);
      return found;
    },
  };
};
