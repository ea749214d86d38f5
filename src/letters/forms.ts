import { a4Design } from "./a4/index.ts";
import type { Design, Kit } from "./parts/types.ts";
import type { Edition } from "./types.ts";

type Form = Edition["society"]["policy"]["letter"]["form"];

const forms: Readonly<Record<Form, (kit: Kit) => Design>> = {
  "a4-guide": a4Design,
  "a4-notice": a4Design,
  postcard: a4Design,
  "sealed-postcard": a4Design,
  "card-mount": a4Design,
};

/** The design that the society's policy names. */
export const designOf = (kit: Kit): Design => forms[kit.edition.society.policy.letter.form](kit);

const titles: Readonly<Record<Form, string>> = {
  "a4-guide": "WEBサービスのご案内",
  "a4-notice": "ユーザID・パスワード通知",
  postcard: "WEBサービスのご案内",
  "sealed-postcard": "WEBサービスのご案内",
  "card-mount": "WEBサービスのご案内",
};

/** What the letter calls itself. */
export const titleOf = ({ society }: Edition): string => titles[society.policy.letter.form];
