import type { State } from "../../../identity/inquiry/index.ts";
import type { MethodName } from "../../../identity/methods/index.ts";
import { isLocked, type Locks, lockedNow } from "../../../identity/staff-lock/index.ts";
import type { Instant } from "../../../kernel/time.ts";
import { momentText } from "../../output/moment.ts";

const counterNames: Readonly<Record<Locks["counters"][number]["of"], string>> = {
  "known-browser": "ログインしたことのある機器",
  source: "はじめての機器、同じ回線",
  "all-sources": "はじめての機器、すべての回線の合計",
};

const counterLines = ({ counters }: Locks, now: Instant): readonly string[] =>
  counters.map(({ of, wrong, lockedUntil }) =>
    lockedUntil !== null && now < lockedUntil
      ? `  パスワードロック(${counterNames[of]}): ${momentText(lockedUntil)}まで`
      : `  パスワードの間違い(${counterNames[of]}): 続けて${wrong}回`,
  );

/** What is locked, until when, and how it ends. */
export const lockLines = ({ locks }: State, now: Instant): readonly string[] => {
  const { staffSince, factorUntil, factorWrong } = locks;
  const locked = lockedNow(locks, now);
  return [
    isLocked(locked) ? "ロック: かかっています" : "ロック: かかっていません",
    ...(staffSince
      ? [
          `  アカウントロック(組合の職員): ${momentText(staffSince)}から。accounts unlock でだけ外れます。`,
        ]
      : []),
    ...(locked.byFactor && factorUntil
      ? [`  アカウントロック(認証方法の間違い): ${momentText(factorUntil)}まで`]
      : []),
    ...(!locked.byFactor && factorWrong > 0 ? [`  認証方法の間違い: 続けて${factorWrong}回`] : []),
    ...counterLines(locks, now),
  ];
};

const methodNames: Readonly<Record<MethodName, string>> = {
  passkey: "生体認証",
  totp: "OTPアプリ",
  "mail-otp": "OTPメール",
  "recovery-codes": "リカバリーコード",
};

/** What its owner called a device is left out: it may hold a name. */
export const factorLines = ({ account, factors }: State): readonly string[] => {
  if (!account) return [];
  if (factors.length === 0) return ["認証方法: 登録がありません。"];
  return [
    `認証方法: ${factors.length}件`,
    ...factors.map(({ method, addedAt, usedAt, left }) => {
      const used = usedAt ? `最後に使ったのは${momentText(usedAt)}` : "まだ使っていません";
      const rest = left === null || left === undefined ? "" : `、残り${left}個`;
      return `  ${methodNames[method]}(${momentText(addedAt)}に登録、${used}${rest})`;
    }),
  ];
};
