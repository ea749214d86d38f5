import { z } from "zod";
import { count, dial, group } from "./dial.ts";

export const recovery = group({
  forgottenPassword: dial(z.enum(["provisional-by-mail", "link"]).default("link"), {
    ja: "パスワードを忘れた時(仮パスワードをメール、再設定のリンク)",
    en: "Forgotten password: a provisional one by mail, or a link to set a new one",
  }),
  lostAuthenticator: dial(z.enum(["staff", "proofed-reset"]).default("staff"), {
    ja: "認証の機器をなくした時(組合が対応、本人確認つきの再設定)",
    en: "Lost authenticator: by staff, or by the mail link together with the identity check",
  }),
  linkLifetimeMinutes: dial(count(10, 1440).default(60), {
    unit: "minutes",
    ja: "メールのリンクの有効時間",
    en: "How long a mailed link works",
  }),
  codeLifetimeMinutes: dial(count(3, 10).default(10), {
    unit: "minutes",
    ja: "メールの確認番号の有効時間",
    en: "How long a mailed code works; 10 is the standard's limit",
  }),
  provisionalLifetimeMinutes: dial(count(10, 60).default(60), {
    unit: "minutes",
    ja: "メールで送る仮パスワードの有効時間",
    en: "How long a mailed provisional password works",
  }),
});
