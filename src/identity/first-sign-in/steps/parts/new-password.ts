import { andThen, type Field, password, type Scene, type Typed } from "../../../../flow/index.ts";
import { ok, type Refusal, type Result, refuse } from "../../../../kernel/result.ts";
import type { Ticket } from "../../../../platform/crypto/queue.ts";
import {
  holdsOwnData,
  isCommonPassword,
  judgePassword,
  type PasswordTraits,
} from "../../../passwords/index.ts";
import { foldPrinted } from "../../../provisional/index.ts";
import type { Holder } from "../../store.ts";
import type { ChosenPassword, FirstSignInServices, State } from "../../types.ts";

const words = ["kenpo", "kenko", "password", "portal", "けんぽ"];

export type Typing = { readonly typed: string; readonly traits: PasswordTraits };

/** A new password beside everything it must differ from: IDs, own data, the printed one. */
export const newPassword = (
  { secrets }: FirstSignInServices,
  { policy, society, flow }: Scene<State>,
  own: { readonly userId: string; readonly email: string },
): Field<Typing> =>
  andThen(password, (chosen) => {
    const { issuedId, printedMac } = flow.state;
    if (secrets.isMac("printed", foldPrinted(chosen), printedMac))
      return refuse("password-is-provisional");
    const judged = judgePassword(chosen, policy.password, {
      ids: [own.userId, issuedId],
      known: [society.insurerNumber, own.email],
      isCommon: isCommonPassword,
      words: [...words, society.code],
    });
    return judged.ok ? ok({ typed: chosen, traits: judged.value }) : judged;
  });

/** 「パスワード確認用」 */
export const sameAgain = (typed: Typed): Field<string> =>
  andThen(password, (again) => (again === typed.password ? ok(again) : refuse("passwords-differ")));

/** Refuses with `busy` while the queue is full. */
export const hashed = async (
  { passwords }: FirstSignInServices,
  { typed, traits }: Typing,
): Promise<Result<ChosenPassword>> => {
  using ticket: Ticket | undefined = passwords.ticket();
  return ticket ? ok({ hash: await passwords.hash(ticket, typed), traits }) : refuse("busy");
};

/** Of what is on file only the birth date is tried by everybody who knows this person. */
export const ownDataIn = (typed: string, { bornOn }: Pick<Holder, "bornOn">): Refusal | null =>
  holdsOwnData(typed, [bornOn.replaceAll("-", "")]) ? refuse("password-holds-own-data") : null;
