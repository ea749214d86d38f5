import { act, errorOf, type FieldRefusals } from "../../../flow/index.ts";
import { hashToken } from "../../../platform/crypto/tokens.ts";
import { writeCookie } from "../../../platform/http/cookies.ts";
import type { WebContext } from "../../../platform/http/types.ts";
import { endedToken, sessionCookie, sessionReader } from "../../sessions/index.ts";
import type { ProfileServices } from "../types.ts";
import { visitOf } from "../visit.ts";
import { changePassword } from "./action.ts";
import { hashAnew, isPassword, readPassword } from "./judge.ts";
import { ownerOf } from "./store.ts";
import { tokenAfter } from "./token.ts";

export type Submitted =
  | { readonly ok: true; readonly endsOthers: boolean }
  | { readonly ok: false; readonly errors: FieldRefusals };

/** The browser has the session's next token. */
const goOnWith = (c: WebContext, token: string) =>
  writeCookie(c, sessionCookie(token), c.get("request").browser.secure);

/** Judged outside, written in one transaction that holds the account. */
export const submitPassword = async (
  c: WebContext,
  services: ProfileServices,
): Promise<Submitted> => {
  const { database, secrets } = services;
  const scene = visitOf(c, services);
  const { society, session, request } = scene;
  const owner = await database.inSociety(society.id, (tx) => ownerOf(tx, session.accountId));
  const read = readPassword(scene, owner, request.form);
  if (!read.ok) return read;
  const hashed = await hashAnew(services, read.password, owner.hash);
  if (!hashed.ok) return hashed;
  const token = tokenAfter(secrets, endedToken(c) ?? "");
  const { signsOutEverywhere } = read;
  const input = {
    hash: hashed.hash,
    hashBefore: owner.hash,
    tokenHash: hashToken(token),
    signsOutEverywhere,
  };
  const changed = await act(services, changePassword, { scene, input });
  // The other press of a double submit was first: it came to the same password, and the same token.
  const isEcho =
    changed.what === "meanwhile" &&
    (await isPassword(services, read.password.typed, changed.hash)) &&
    (await sessionReader(database)(token, request.entrance, request.now)) !== null;
  if (changed.what === "meanwhile" && !isEcho)
    return { ok: false, errors: errorOf("password", "password-changed-meanwhile") };
  goOnWith(c, token);
  return { ok: true, endsOthers: changed.what === "changed" && changed.endsOthers };
};
