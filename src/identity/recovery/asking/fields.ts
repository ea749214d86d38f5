import { form, line, mailAddress } from "../../../flow/index.ts";
import type { PlainDate } from "../../../kernel/time.ts";
import { claimFields } from "../../proofing/index.ts";

/** 「本人確認情報入力画面」 */
export const forgottenIdForm = (today: PlainDate) =>
  form({ ...claimFields(today), email: mailAddress });

/** Longer than any user ID of any policy. */
const longestId = 100;

/** 「個人アカウント仮パスワード再発行入力画面」 */
export const forgottenPasswordForm = form({ userId: line(longestId), email: mailAddress });

export const fieldsOf = {
  "forgot-id": ["insurerNumber", "symbol", "memberNumber", "nameKana", "birthDate", "email"],
  "forgot-password": ["userId", "email"],
} as const;
