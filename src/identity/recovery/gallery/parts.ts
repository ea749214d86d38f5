import type { InBoth, Society } from "../../../society/types.ts";
import type { Setting } from "../../../ui/gallery/types.ts";
import { passwordWayOf } from "../rules.ts";

export const address = "hanako.suzuki@example.jp";

export const titled = (title: (lang: "ja" | "en") => string): InBoth => ({
  ja: title("ja"),
  en: title("en"),
});

export const wayOf = ({ societies }: Setting) =>
  passwordWayOf(societies.map(({ policy }) => policy.recovery.forgottenPassword));

export const isLink = ({ policy }: Society) => policy.recovery.forgottenPassword === "link";
