import type { Policy } from "../../society/policy.ts";

/**
 * 初回ログイン, classic way (manuals A to C): 「本人確認画面」 → 「個人情報入力画面」 →
 * 「入力確認画面」 → 「パスワード紛失等の注意事項出力画面」. docs/flows/first-sign-in.mmd is drawn from
 * this table.
 */
export const kind = "first-sign-in";
export const path = "/first-sign-in";

/** Steps in order, by the policy's style. */
export const plan = (_: Policy): readonly string[] => ["identity", "details", "confirm"];

/** 「戻る」 and the back button lead here, and it may be done again. */
export const revisable: readonly string[] = ["details"];

/** From each step, where it may lead: another step, or an end. The runner allows nothing else. */
export const moves: Readonly<Record<string, readonly string[]>> = {
  identity: ["details", "declined", "too-many-tries"],
  details: ["confirm", "too-many-tries"],
  confirm: ["complete", "details", "registered-elsewhere", "letter-replaced", "cover-ended"],
};
