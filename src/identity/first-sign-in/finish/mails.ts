import type { Scene } from "../../../flow/index.ts";
import { initialsOf } from "../../../kernel/initials.ts";
import { isSameAddress } from "../../../kernel/mail-address.ts";
import type { Mail } from "../../../mail/index.ts";
import type { Account } from "../../accounts/index.ts";
import { completionMail } from "../mail/completion.ts";
import { otherAddressMail } from "../mail/other-address.ts";
import type { State } from "../types.ts";

type Told = {
  readonly nameKana: string;
  /** The account that was renewed; null: one was made. */
  readonly renewed: Account | null;
  /** The page that confirms the address; null: it is confirmed. */
  readonly href: string | null;
  /** 認証方法 that was enrolled; null: none was. */
  readonly method: string | null;
};

/**
 * Who should hear that another address was registered, or none: the owner of the one on file, where
 * somebody might have guessed the way in, and who had the account's until now.
 */
const mailsToOthers = (
  { flow, society }: Scene<State>,
  { renewed, initials }: Pick<Told, "renewed"> & { readonly initials: string },
): readonly Mail[] => {
  const { isWeak, fileAddress, email } = flow.state;
  return [isWeak ? fileAddress : null, renewed?.email ?? null]
    .filter((to) => to !== null)
    .filter((to) => email === null || !isSameAddress(email, to))
    .map((to) =>
      otherAddressMail({ to, society, memberId: flow.memberId, initials, isNone: email === null }),
    );
};

/** All mails of a completed first sign-in. */
export const mailsOf = (
  scene: Scene<State>,
  { nameKana, renewed, href, method }: Told,
): readonly Mail[] => {
  const { flow, request, society } = scene;
  const { memberId } = flow;
  const to = flow.state.email;
  const initials = initialsOf(nameKana);
  const others = mailsToOthers(scene, { renewed, initials });
  if (to === null) return others;
  const { lang: language } = request;
  const isAgain = renewed !== null;
  const own = completionMail({ to, language, society, memberId, initials, isAgain, href, method });
  return [...others, own];
};
