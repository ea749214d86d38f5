import { andThen, type Field, password, type Typed } from "../../flow/index.ts";
import { ok, type Refusal, refuse } from "../../kernel/result.ts";
import type { Policy } from "../../society/policy/policy.ts";
import type { Society } from "../../society/types.ts";
import { isCommonPassword } from "./blocklist.ts";
import { isOwnData, type OwnData } from "./personal-rules.ts";
import { judgePassword, type PasswordTraits } from "./rules.ts";
import { wordsOfSociety } from "./society-words.ts";

// 「パスワード」「パスワード確認用」, wherever a new one is chosen.

export type Typing = { readonly typed: string; readonly traits: PasswordTraits };

/** What a new password must fit, and what it must differ from. */
export type NewPassword = {
  readonly policy: Policy["password"];
  readonly society: Pick<Society, "code" | "insurerNumber" | "name" | "contact">;
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
    const [mailbox = ""] = email.split("@");
    const judged = judgePassword(chosen, policy, {
      ids,
      names: [...ids, mailbox],
      known: [society.insurerNumber, society.contact.tel, email],
      isCommon: isCommonPassword,
      words: wordsOfSociety(society),
    });
    return judged.ok ? ok({ typed: chosen, traits: judged.value }) : judged;
  });

/** 「パスワード確認用」 */
export const sameAgain = (typed: Typed): Field<string> =>
  andThen(password, (again) => (again === typed.password ? ok(again) : refuse("passwords-differ")));

/**
 * What is on file of somebody is held against a new password only when they are known: a form that
 * told a stranger of it would be a way to guess.
 */
export const ownDataIn = (typed: string, own: OwnData): Refusal | null =>
  isOwnData(typed, own) ? refuse("password-holds-own-data") : null;
