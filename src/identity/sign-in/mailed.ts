import { originOf, recordFacts } from "../../audit/index.ts";
import { rememberFlow } from "../../flow/index.ts";
import type { AccountId } from "../../kernel/ids.ts";
import { queueMails } from "../../mail/index.ts";
import type { WebContext } from "../../platform/http/types.ts";
import type { Society } from "../../society/index.ts";
import { type Opened, openTemporary, resetCookie } from "../password-reset/index.ts";
import { notice } from "./pages.tsx";
import type { SignInServices } from "./services.ts";
import type { Login } from "./store.ts";

type Mailed = { readonly c: WebContext; readonly login: Login };

const opened = (
  { secrets, methods, database }: SignInServices,
  { c, login }: Mailed,
  society: Society,
): Promise<Opened> => {
  const { targetId, memberId, temporaryMac: mac } = login;
  if (!targetId || !memberId || !mac)
    throw new Error("a mailed password of an account that is not there");
  const request = c.get("request");
  const { now } = request;
  return database.inSociety(society.id, async (tx) => {
    const whose = { accountId: targetId as AccountId, memberId, society, request, mac };
    const came = await openTemporary({ secrets, methods }, tx, whose);
    if (came.kind !== "begun") return came;
    recordFacts(tx, came.begun.facts, { origin: originOf(request), at: now });
    queueMails(tx, came.begun.mails, { now, secrets });
    return came;
  });
};

/**
 * The right provisional password of a mail: to the page that sets a new one. Who holds it is told
 * truthfully when it serves no more.
 * @returns null when it is another one since the look-up: look again
 */
export const openMailed = async (
  services: SignInServices,
  mailed: Mailed,
): Promise<Response | null> => {
  const { c, login } = mailed;
  const society = login.societyId && services.registry.society(login.societyId);
  if (!society) throw new Error("a mailed password of a society that is not there");
  const came = await opened(services, mailed, society);
  if (came.kind === "gone") return null;
  if (came.kind !== "begun") return notice(c, `mailed-${came.kind}`, society);
  rememberFlow(c, resetCookie, came.begun);
  return c.redirect(came.begun.page, 303);
};
