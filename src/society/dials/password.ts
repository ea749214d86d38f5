import { z } from "zod";
import { count, dial, group, someOf } from "./dial.ts";

export const password = group({
  minLength: dial(count(8, 64).optional(), {
    unit: "characters",
    ja: "パスワードの最小文字数(指定しなければ、二段階認証が必須なら8、そうでなければ15)",
    en: "Shortest password. Left out: 8 where a second factor is required, 15 otherwise",
  }),
  maxLength: dial(count(20, 256).default(64), {
    unit: "characters",
    ja: "パスワードの最大文字数",
    en: "Longest password; 64 or more is advised",
  }),
  needs: dial(someOf(["letter", "digit"]).default([]), {
    ja: "必ず入れる文字の種類(英字、数字)",
    en: "Kinds of characters a password must hold; none is advised",
  }),
  characters: dial(z.enum(["any", "ascii"]).default("any"), {
    ja: "使える文字(すべて、または半角英数字と記号)",
    en: "What a password may hold after NFKC: anything, or 0x21–0x7E only",
  }),
  maxAgeDays: dial(count(90, 3650).nullable().default(null), {
    unit: "days",
    ja: "パスワードの有効期間(なしを推奨)",
    en: "Days until a password must be changed; none (null) is advised",
  }),
  warnDaysBefore: dial(z.array(count(1, 60)).max(5).default([30, 7]), {
    unit: "days",
    ja: "有効期間の終わりを知らせる日(何日前か)",
    en: "How many days before its end a member is warned",
  }),
  blocklist: dial(z.literal(true).default(true), {
    ja: "よく使われるパスワードを断る(常に有効)",
    en: "Common and leaked passwords are refused; the standard leaves no choice",
  }),
  differsFromUserId: dial(z.literal(true).default(true), {
    ja: "ユーザIDと同じパスワードを断る(常に有効)",
    en: "A password equal to the user ID is refused; the standard leaves no choice",
  }),
});
