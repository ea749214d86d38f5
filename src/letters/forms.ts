import { a4Design } from "./a4/index.ts";
import { cardMount } from "./card-mount/index.ts";
import type { Design, Kit } from "./parts/types.ts";
import { postcardDesign } from "./postcard/index.ts";
import { sealedPostcard } from "./sealed-postcard/index.ts";
import type { Edition } from "./types.ts";

type Form = Edition["society"]["policy"]["letter"]["form"];
type Named = { readonly title: string; readonly design: (title: string) => (kit: Kit) => Design };

const guide = "WEBサービスのご案内";

/** Every form that a society's policy may name: what the letter calls itself, and its design. */
const forms: Readonly<Record<Form, Named>> = {
  "a4-guide": { title: guide, design: a4Design },
  "a4-notice": { title: "ユーザID・パスワード通知", design: a4Design },
  postcard: { title: guide, design: postcardDesign },
  "sealed-postcard": { title: guide, design: sealedPostcard },
  "card-mount": { title: guide, design: cardMount },
};

const formOf = ({ society }: Edition): Named => forms[society.policy.letter.form];

/** What the letter calls itself. */
export const titleOf = (edition: Edition): string => formOf(edition).title;

/** The design that the society's policy names. */
export const designOf = (kit: Kit): Design => {
  const { title, design } = formOf(kit.edition);
  return design(title)(kit);
};
