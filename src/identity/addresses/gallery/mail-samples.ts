import { asId, type MemberId } from "../../../kernel/ids.ts";
import { later } from "../../../kernel/time.ts";
import type { InBoth } from "../../../society/types.ts";
import type { MailSample } from "../../../ui/gallery/types.ts";
import { changedMail, type What } from "../mail/changed.ts";
import { checkMail } from "../mail/check.ts";
import { undoneMail } from "../mail/undone.ts";
import { undoHours, type Which } from "../rules.ts";
import { email, second } from "./page-samples.tsx";

const memberId = asId<"member">("01977420-0000-7000-8000-000000000021") as MemberId;
const initials = "H.S.";
const token = "W1v2cW9ya3NPbmx5SW5UaGVHYWxsZXJ5LW5vLXRva2Vu";

const check = (which: Which, state: InBoth): MailSample => ({
  name: `mail-check-${which}`,
  title: { ja: "変更するアドレスの確認のメール", en: "Mail: confirm another address" },
  state,
  mail: ({ request: { lang: language, now: sentAt, entrance }, society }) => {
    const { codeLifetimeMinutes, linkLifetimeMinutes } = society.policy.recovery;
    return checkMail({
      ...{ to: second, language, society, initials, memberId, which, sentAt },
      minted: {
        id: asId("01977420-0000-7000-8000-000000000005"),
        mailId: asId("01977420-0000-7000-8000-000000000006"),
        code: "482910",
        token: { text: token, hash: "" },
      },
      href: `${entrance.origin}/change-address/${token}`,
      codeUntil: later(sentAt, { minutes: codeLifetimeMinutes }),
      linkUntil: later(sentAt, { minutes: linkLifetimeMinutes }),
    });
  },
});

type Told = { readonly name?: string; readonly canUndo?: boolean; readonly back?: string };

const changed = (
  what: What,
  state: InBoth,
  { name, canUndo = true, back }: Told = {},
): MailSample => ({
  name: `mail-changed-${name ?? what}`,
  title: { ja: "アドレスの変更を知らせるメール", en: "Mail: an address was changed" },
  state,
  mail: ({ request: { lang: language, now: at, entrance }, society }) =>
    changedMail({
      ...{ to: email, what, society, memberId, initials, language, at },
      after: { email: second, second: what === "second-set" ? second : null },
      undo: canUndo
        ? {
            href: `${entrance.origin}/undo-address/${token}`,
            until: later(at, { hours: undoHours }),
            back: back ?? null,
          }
        : null,
    }),
});

const undone = (name: string, state: InBoth, isRestored: boolean): MailSample => ({
  name: `mail-undone-${name}`,
  title: { ja: "変更の取り消しを知らせるメール", en: "Mail: a change was undone" },
  state,
  mail: ({ request: { lang: language, now: at, entrance }, society }) =>
    undoneMail({
      ...{ to: isRestored ? email : second, isRestored, society, memberId, initials },
      ...{ language, at, href: `${entrance.origin}/forgot-password` },
    }),
});

export const mailSamples: readonly MailSample[] = [
  check("main", { ja: "主なアドレス", en: "The main one" }),
  check("second", { ja: "予備のメールアドレス", en: "The second one" }),
  changed("main", { ja: "主なアドレス", en: "The main one" }),
  changed(
    "main",
    { ja: "取り消せないアドレスへ", en: "To an address that cannot undo it" },
    { name: "plain", canUndo: false },
  ),
  changed(
    "main",
    { ja: "もっと前のアドレスに戻せる", en: "An older address can be brought back" },
    { name: "older", back: second },
  ),
  changed("second-set", { ja: "予備を登録", en: "The second one is registered" }),
  changed("second-removed", { ja: "予備を削除", en: "The second one is deleted" }),
  changed("swapped", { ja: "予備が主に", en: "The second one is the main one" }),
  undone("restored", { ja: "戻ったアドレスへ", en: "To the address that is back" }, true),
  undone("removed", { ja: "外れたアドレスへ", en: "To the address that went" }, false),
];
