import { type ActionScene, act, memberScene, rememberFlow } from "../../../flow/index.ts";
import { dayIn } from "../../../kernel/moments.ts";
import { todayInTokyo } from "../../../kernel/time.ts";
import type { WebContext } from "../../../platform/http/types.ts";
import type { Language } from "../../../society/types.ts";
import { keptFor } from "../../kept-forms/index.ts";
import { removeSecond, swap } from "../actions/second.ts";
import { wish } from "../actions/wish.ts";
import { beginChanging } from "../changing/begin.ts";
import { cookie, lifetimeMinutes, path } from "../changing/flow.ts";
import { type Addresses, swapped, type Which } from "../rules.ts";
import { wholeOf } from "../store.ts";
import type { AddressesServices } from "../types.ts";
import { AddressesPage } from "../views/addresses-page.tsx";
import { NoticesPage } from "../views/notices-page.tsx";
import { RemovePage, SwapPage } from "../views/second-pages.tsx";
import type { Shown } from "../views/types.ts";
import { leaveNote, takeNote } from "./note.ts";

const hub = "/profile/email";

const read = ({ database }: AddressesServices, { society, session }: ActionScene) =>
  database.inSociety(society.id, (tx) => wholeOf(tx, session.accountId));

/** As the page shows them. */
export const shownIn = (lang: Language, addresses: Addresses): Shown => {
  const { email, confirmedAt, failedAt, second } = addresses;
  const failedOn = failedAt && dayIn(lang, todayInTokyo(failedAt));
  return { email, isConfirmed: confirmedAt !== null, failedOn, second };
};

/** `/profile/email` */
export const addressesPage = async (c: WebContext, services: AddressesServices) => {
  const visit = memberScene(c);
  const { lang, view } = visit.request;
  const { addresses } = await read(services, visit);
  const done = takeNote(c, services.secrets);
  return c.html(<AddressesPage view={view()} shown={shownIn(lang, addresses)} done={done} />);
};

/** Begins in this browser, and leads to where the address is typed. */
export const submitBegin =
  (services: AddressesServices, which: Which) =>
  async (c: WebContext): Promise<Response> => {
    const token = await beginChanging(services, memberScene(c), which);
    rememberFlow(c, { cookie }, { token, seconds: lifetimeMinutes * 60 });
    return c.redirect(path, 303);
  };

/** `/profile/second-address/main` and `/delete`: nothing is asked of what is not there. */
export const secondPage =
  (services: AddressesServices, asks: "main" | "delete") =>
  async (c: WebContext): Promise<Response> => {
    const visit = memberScene(c);
    const { addresses } = await read(services, visit);
    const { second } = addresses;
    if (second === null) return c.redirect(hub, 303);
    const view = visit.request.view();
    if (asks === "delete") return c.html(<RemovePage view={view} second={second} />);
    const keeps = swapped(addresses).second !== null;
    return c.html(<SwapPage view={view} second={second} keeps={keeps} />);
  };

export const submitSecond =
  (services: AddressesServices, does: "main" | "delete") =>
  async (c: WebContext): Promise<Response> => {
    const scene = memberScene(c);
    const { second = "" } = scene.request.form;
    const action = does === "main" ? swap : removeSecond;
    leaveNote(c, services.secrets, await act(services, action, { scene, input: { second } }));
    return c.redirect(hub, 303);
  };

/** `/profile/notices` */
export const noticesPage = async (c: WebContext, services: AddressesServices) => {
  const visit = memberScene(c);
  const { addresses, wantsUpdateMails } = await read(services, visit);
  const kept = keptFor(c);
  return c.html(
    <NoticesPage
      view={visit.request.view()}
      mode={visit.society.policy.updateMails.mode}
      wants={kept ? kept.wantsUpdateMails !== undefined : wantsUpdateMails}
      hasAddress={addresses.email !== null}
      done={takeNote(c, services.secrets)}
    />,
  );
};

export const submitNotices = async (c: WebContext, services: AddressesServices) => {
  const scene = memberScene(c);
  const wants = scene.request.form.wantsUpdateMails !== undefined;
  const done = await act(services, wish, { scene, input: { wants } });
  if (done) leaveNote(c, services.secrets, done);
  return c.redirect("/profile/notices", 303);
};
