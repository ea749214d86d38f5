import { z } from "zod";
import { count, dial, group } from "./dial.ts";

export const lock = group({
  passwordTries: dial(count(5, 100).default(10), {
    unit: "tries",
    ja: "続けてパスワードを間違えるとロックする回数",
    en: "Wrong passwords in a row until the password is locked; 100 is the standard's limit",
  }),
  release: dial(z.enum(["timed", "staff-or-reset"]).default("timed"), {
    ja: "パスワードロックの解除(時間で自動、組合または再設定)",
    en: "What ends a password lock: time, or staff and a completed reset",
  }),
  minutes: dial(count(5, 1440).default(30), {
    unit: "minutes",
    ja: "自動で解除するまでの時間",
    en: "How long a timed lock lasts",
  }),
  latestHours: dial(count(1, 24).default(24), {
    unit: "hours",
    ja: "組合が解除しなくても解除する時間",
    en: "When a lock that staff release ends at the latest: nobody can lock a stranger out for good",
  }),
  factorTries: dial(count(5, 100).default(10), {
    unit: "tries",
    ja: "続けて二段階認証を間違えるとロックする回数",
    en: "Wrong second factors in a row until the account is locked",
  }),
});
