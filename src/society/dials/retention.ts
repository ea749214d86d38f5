import { count, dial, group } from "./dial.ts";

/** 保存期間. Why each is as it is: docs/operator/retention.md. */
export const retention = group({
  memberYearsAfterLoss: dial(count(1, 30).default(5), {
    unit: "years",
    ja: "資格喪失日から加入者の情報とアカウントを消すまでの期間",
    en: "A member and the account are deleted so long after the loss of eligibility",
  }),
  auditYears: dial(count(5, 30).default(5), {
    unit: "years",
    ja: "監査記録と取り込みの記録を残す期間",
    en: "How long audit facts and the runs of imports are kept",
  }),
  letterDaysAfterEnd: dial(count(30, 3650).default(365), {
    unit: "days",
    ja: "使い終えた、または期限の切れた仮IDを残す期間(その間は、入れた人に理由をお伝えできます)",
    en: "How long a used, void or expired provisional ID is kept: until then who types it is told why",
  }),
  mailDays: dial(count(30, 3650).default(365), {
    unit: "days",
    ja: "送り終えたメールの記録(宛先と結果。本文は送ると消えます)を残す期間",
    en: "How long what became of a mail is kept; its words are gone once it is sent",
  }),
});
