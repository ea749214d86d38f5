import { andThen, type Field, password, type Typed } from "../../flow/index.ts";
import { ok, type Refusal, refuse } from "../../kernel/result.ts";
import type { PlainDate } from "../../kernel/time.ts";
import type { Policy } from "../../society/policy.ts";
import type { Society } from "../../society/types.ts";
import { isCommonPassword } from "./blocklist.ts";
import { holdsOwnData, judgePassword, type PasswordTraits } from "./rules.ts";

// 「パスワード」「パスワード確認用」, wherever a new one is chosen.

const words = ["kenpo", "kenko", "password", "portal", "けんぽ"];

export type Typing = { readonly typed: string; readonly traits: PasswordTraits };

/** What a new password must fit, and what it must differ from. */
export type NewPassword = {
  readonly policy: Policy["password"];
  readonly society: Pick<Society, "code" | "insurerNumber">;
  /** User ID and issued ID of this person. */
  readonly ids: readonly string[];
  /** Empty: none that is known. */
  readonly email: string;
  /** Whether it is the one that we made and sent: the new one must be another. */
  readonly isProvisional?: (chosen: string) => boolean;
};

/** A new password beside everything it must differ from: IDs, own data, the one we made. */
export const newPasswordField = (about: NewPassword): Field<Typing> =>
  andThen(password, (chosen) => {
    const { policy, society, ids, email, isProvisional } = about;
    if (isProvisional?.(chosen)) return refuse("password-is-provisional");
    const judged = judgePassword(chosen, policy, {
      ids,
      known: [society.insurerNumber, email],
      isCommon: isCommonPassword,
      words: [...words, society.code],
    });
    return judged.ok ? ok({ typed: chosen, traits: judged.value }) : judged;
  });

/** 「パスワード確認用」 */
export const sameAgain = (typed: Typed): Field<string> =>
  andThen(password, (again) => (again === typed.password ? ok(again) : refuse("passwords-differ")));

/** Of what is on file only the birth date is tried by everybody who knows this person. */
export const ownDataIn = (
  typed: string,
  { bornOn }: { readonly bornOn: PlainDate },
): Refusal | null =>
  holdsOwnData(typed, [bornOn.replaceAll("-", "")]) ? refuse("password-holds-own-data") : null;
