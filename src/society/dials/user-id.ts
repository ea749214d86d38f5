import { z } from "zod";
import { count, dial, group } from "./dial.ts";

export const userId = group({
  minLength: dial(count(6, 32).default(8), {
    unit: "characters",
    ja: "ユーザIDの最小文字数",
    en: "Shortest user ID that can be chosen",
  }),
  maxLength: dial(count(8, 64).default(13), {
    unit: "characters",
    ja: "ユーザIDの最大文字数",
    en: "Longest user ID that can be chosen",
  }),
  digitsOnlyMaxLength: dial(count(0, 12).default(12), {
    unit: "characters",
    ja: "数字だけのユーザIDの最大文字数(0は数字だけを認めない)",
    en: "Longest ID of digits only (0: none); 13 digits are the form of issued IDs, so at most 12",
  }),
  symbols: dial(
    z
      .string()
      .max(32)
      .regex(/^[!-/:-@[-`{-~]*$/)
      .default("-_."),
    {
      ja: "半角英数字のほかにユーザIDで使える記号",
      en: "ASCII symbols that a user ID may hold beside letters and digits",
    },
  ),
  issuedMayStay: dial(z.boolean().default(true), {
    ja: "発行されたIDをそのまま使えるか",
    en: "Whether a member may keep the issued ID; otherwise an own one must be chosen",
  }),
  changeable: dial(z.enum(["never", "at-first-sign-in"]).default("at-first-sign-in"), {
    ja: "ユーザIDを選べる時(選べない、初回ログインの時だけ)",
    en: "When an own user ID can be chosen: never, or at the first sign-in. Fixed afterwards",
  }),
});
