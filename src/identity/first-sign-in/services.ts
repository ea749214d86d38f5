import type { FlowServices } from "../../flow/index.ts";
import type { Passwords } from "../../platform/crypto/passwords.ts";

export type FirstSignInServices = FlowServices & {
  readonly passwords: Passwords;
  /** Domain of webmaster@, to be allowed by filters before 「実行」. */
  readonly mailDomain: string;
};
