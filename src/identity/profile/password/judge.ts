import { errorOf, type FieldRefusals, form, type Typed, ticked } from "../../../flow/index.ts";
import type { Ticket } from "../../../platform/crypto/queue.ts";
import { TroubleError } from "../../../platform/http/trouble.ts";
import { isTemporary } from "../../password-reset/index.ts";
import { newPasswordField, ownDataIn, sameAgain, type Typing } from "../../passwords/index.ts";
import type { ProfileServices } from "../types.ts";
import type { Visit } from "../visit.ts";
import type { Owner } from "./store.ts";

type Read =
  | { readonly ok: true; readonly password: Typing; readonly signsOutEverywhere: boolean }
  | { readonly ok: false; readonly errors: FieldRefusals };

/** What was typed, beside the policy, the lists and what is on file of its owner. */
export const readPassword = (
  { secrets, society, session }: Visit,
  { userId, email, temporaryMac: mac, ...person }: Owner,
  typed: Typed,
): Read => {
  const { accountId } = session;
  const read = form({
    password: newPasswordField({
      policy: society.policy.password,
      society,
      ids: [userId],
      email: email ?? "",
      isProvisional: (chosen) => mac !== null && isTemporary(secrets, { accountId, mac }, chosen),
    }),
    passwordAgain: sameAgain(typed),
    signsOutEverywhere: ticked,
  })(typed);
  if (!read.ok) return read;
  const { password, signsOutEverywhere } = read.input;
  const [mailbox = ""] = (email ?? "").split("@");
  const own = ownDataIn(password.typed, { ...person, names: [userId, mailbox] });
  return own
    ? { ok: false, errors: { password: own } }
    : { ok: true, password, signsOutEverywhere };
};

type Hashed =
  | { readonly ok: true; readonly hash: string }
  | { readonly ok: false; readonly errors: FieldRefusals };

/**
 * Outside of any transaction: beside the one before, then hashed.
 * @throws TroubleError `busy` while the queue is full
 */
export const hashAnew = async (
  { passwords }: Pick<ProfileServices, "passwords">,
  { typed }: Typing,
  before: string,
): Promise<Hashed> => {
  using ticket: Ticket | undefined = passwords.ticket();
  if (!ticket) throw new TroubleError("busy");
  if (await passwords.verify(ticket, before, typed))
    return { ok: false, errors: errorOf("password", "password-unchanged") };
  return { ok: true, hash: await passwords.hash(ticket, typed) };
};

/** Whether this is the password, whatever it was before. @throws TroubleError `busy` */
export const isPassword = async (
  { passwords }: Pick<ProfileServices, "passwords">,
  typed: string,
  hash: string,
): Promise<boolean> => {
  using ticket: Ticket | undefined = passwords.ticket();
  if (!ticket) throw new TroubleError("busy");
  return passwords.verify(ticket, hash, typed);
};
