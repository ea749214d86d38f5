import type { State } from "../../../identity/inquiry/index.ts";
import { maskAddress } from "../../../kernel/mail-address.ts";
import { momentText } from "../../output/moment.ts";

/** 登録 and パスワード. */
export const accountLines = ({ account, isMailExempt }: State): readonly string[] => {
  const exempt = isMailExempt ? ["メールアドレスの登録を免除しています。"] : [];
  if (!account) return ["登録: まだです", ...exempt];
  const { userId, registeredAt, lastSignedInAt, passwordChangedAt } = account;
  return [
    `登録: ${momentText(registeredAt)}、ユーザID ${userId}`,
    `最後のログイン: ${lastSignedInAt ? momentText(lastSignedInAt) : "まだありません"}`,
    account.isAwaitingLetter
      ? "パスワード: 使えません。再発行した通知での登録を待っています。"
      : `パスワード: ${momentText(passwordChangedAt)}から同じもの`,
    ...(account.temporaryUntil
      ? [`仮パスワード: メールで送ったものが、${momentText(account.temporaryUntil)}まで使えます。`]
      : []),
    ...exempt,
  ];
};

/** Masked: it is compared with what the member says on the telephone. */
export const addressLines = ({ account }: State): readonly string[] => {
  if (!account) return [];
  const { email, emailConfirmedAt, emailFailedAt, emailFailure, secondEmail } = account;
  if (!email) return ["メールアドレス: 登録がありません。"];
  return [
    `メールアドレス: ${maskAddress(email)}(${emailConfirmedAt ? "確認済み" : "未確認"})`,
    ...(emailFailedAt
      ? [
          `  ${momentText(emailFailedAt)}から、メールが届いていません(${emailFailure ?? "理由不明"})。ご本人に、別のアドレスへの変更をご案内ください。`,
        ]
      : []),
    ...(secondEmail ? [`予備のメールアドレス: ${maskAddress(secondEmail)}`] : []),
  ];
};
