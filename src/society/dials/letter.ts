import { z } from "zod";
import { count, dial, group } from "./dial.ts";

export const letter = group({
  recipients: dial(z.enum(["insured", "adults"]).default("insured"), {
    ja: "仮IDの通知を送る相手(被保険者のみ、または18歳以上の加入者)",
    en: "Who gets a letter with a provisional ID: insured persons, or every member of 18 and over",
  }),
  form: dial(
    z
      .enum(["card-mount", "postcard", "a4-guide", "sealed-postcard", "a4-notice"])
      .default("a4-notice"),
    {
      ja: "通知の形(台紙、ハガキ、A4「WEBサービスのご案内」、圧着はがき、A4通知)",
      en: "Form of the letter: card mount, postcard, A4 guide, pressure-sealed postcard, A4 notice",
    },
  ),
  delivery: dial(z.enum(["address", "workplace"]).default("address"), {
    ja: "通知の届け方(本人の住所に送る、または事業所の人事部経由で渡す)",
    en: "How letters travel: to each person's address, or through the HR department of the workplace",
  }),
  windowLeft: dial(count(15, 24).default(20), {
    unit: "millimetres",
    ja: "窓あき封筒の窓の左端(A4の通知と台紙、紙の左端から。窓は横90ミリ、縦45ミリ)",
    en: "Left edge of the envelope's window, from the sheet's (A4 and card mount; it is 90 by 45 mm)",
  }),
  windowTop: dial(count(8, 18).default(12), {
    unit: "millimetres",
    ja: "窓あき封筒の窓の上端(A4の通知と台紙、紙の上端から)",
    en: "Top edge of the envelope's window, from the sheet's (A4 and card mount)",
  }),
  credentialLifetimeDays: dial(count(7, 366).default(180), {
    unit: "days",
    ja: "仮パスワードの有効期間",
    en: "How long a printed provisional password works",
  }),
  weakLifetimeDays: dial(count(7, 90).default(30), {
    unit: "days",
    ja: "組合が作った仮パスワード(旧システムからの移行)の有効期間",
    en: "How long a provisional password of the society's own making works (from an older system)",
  }),
  fileLifetimeHours: dial(count(1, 168).default(72), {
    unit: "hours",
    ja: "通知の印刷ファイルを取り出せる期間",
    en: "How long a letter file may be fetched again before it is destroyed",
  }),
});
