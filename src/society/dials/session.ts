import { z } from "zod";
import { count, dial, group } from "./dial.ts";

export const session = group({
  idleMinutes: dial(count(5, 60).default(30), {
    unit: "minutes",
    ja: "操作がない時にログアウトするまでの時間",
    en: "A session ends when nothing was done for so long",
  }),
  absoluteHours: dial(count(1, 24).default(12), {
    unit: "hours",
    ja: "ログインしたままでいられる最長の時間",
    en: "A session ends so long after signing in, whatever is done",
  }),
  stepUpMinutes: dial(count(1, 60).default(10), {
    unit: "minutes",
    ja: "大事な変更の前に、もう一度認証を求めるまでの時間",
    en: "Before a change of the ways to sign in, who was last known longer ago is asked again",
  }),
  onPasswordChange: dial(z.enum(["offer", "end"]).default("offer"), {
    ja: "パスワードを変えた時の、ほかの機器のログイン(本人が選ぶ、必ず終える)",
    en: "A changed password: its owner chooses whether other devices are signed out, or always",
  }),
  keepInputMinutes: dial(count(0, 30).default(10), {
    unit: "minutes",
    ja: "ログアウト後に入力内容を残す時間",
    en: "How long a form sent after the session's end is kept for the same account",
  }),
});
