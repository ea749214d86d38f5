import { act, form, line, messagesOf } from "../../../flow/index.ts";
import { TroubleError } from "../../../platform/http/trouble.ts";
import type { WebContext } from "../../../platform/http/types.ts";
import type { Language } from "../../../society/types.ts";
import { factorLabel } from "../../factor-steps/index.ts";
import { keptFor } from "../../kept-forms/index.ts";
import { type Factor, longestName, type MethodName, type Methods } from "../../methods/index.ts";
import { remove } from "../actions/remove.ts";
import { rename } from "../actions/rename.ts";
import { leaveNotice, type Notice, takeNotice } from "../notice.ts";
import { judgeRemoval, type Removal } from "../removal.ts";
import { nameMessages, pageWords } from "../text/pages-text.ts";
import type { ProfileServices } from "../types.ts";
import { LastPage, RemovePage } from "../views/remove-page.tsx";
import { RenamePage } from "../views/rename-page.tsx";
import { type Visit, visitOf } from "../visit.ts";
import { readProfile } from "./read.ts";

const nameForm = form({ name: line(longestName) });

const idOf = (c: WebContext): string => c.req.param("id") ?? "";

/** Nobody learns of an id that is not theirs whether it is somebody's. */
const notTheirs = (): never => {
  throw new TroubleError("not-found");
};

const toProfile = (c: WebContext) => c.redirect("/profile", 303);

const ownFactor = async (c: WebContext, services: ProfileServices) => {
  const visit = visitOf(c, services);
  const { known } = await readProfile(services, visit);
  const factor = known.factors.find(({ id }) => id === idOf(c)) ?? notTheirs();
  return { visit, known, factor };
};

/** `/profile/factors/:id/rename` */
export const renamePage = async (c: WebContext, services: ProfileServices) => {
  const { visit, factor } = await ownFactor(c, services);
  if (services.methods.named(factor.method).isSingle) return notTheirs();
  const { lang, view } = visit.request;
  const notice = takeNotice(c, services.secrets);
  const refused = notice?.what === "refused" ? notice : null;
  const wording = { labels: { name: pageWords(lang).name }, messages: nameMessages(lang) };
  const refusals = refused ? { name: { ok: false as const, ...refused } } : {};
  return c.html(
    <RenamePage
      view={view()}
      action={`/profile/factors/${factor.id}/rename`}
      name={notice && "typed" in notice ? notice.typed : (keptFor(c)?.name ?? factor.name)}
      errors={messagesOf(lang, wording, refusals)}
    />,
  );
};

type Typed = { readonly id: string; readonly typed: string };

const renamed = async (
  services: ProfileServices,
  scene: Visit,
  { id, typed }: Typed,
): Promise<Notice> => {
  const read = nameForm({ name: typed });
  if (read.ok) {
    const input = { id, name: read.input.name };
    return act(services, rename(services.methods), { scene, input });
  }
  const { code = "empty", facts = {} } = read.errors.name ?? {};
  return { what: "refused", code, facts, typed };
};

export const submitRename = async (c: WebContext, services: ProfileServices) => {
  const { visit, factor } = await ownFactor(c, services);
  const { name: typed = "" } = visit.request.form;
  const notice = await renamed(services, visit, { id: factor.id, typed });
  leaveNotice(c, services.secrets, notice);
  if (notice.what === "refused") return c.redirect(`/profile/factors/${factor.id}/rename`, 303);
  return toProfile(c);
};

/** Says that the page which asked was this account's: a double submit is told from a stranger's id. */
const proofText = ({ session }: Visit, id: string) => `factor ${session.accountId} ${id}`;

type Means = {
  readonly factor: Factor;
  readonly judged: Extract<Removal, { kind: "removed" }>;
  /** Before. */
  readonly active: MethodName | null;
};

/** What a deletion means, beside that this one works no more. */
export const meansOf = (
  methods: Methods,
  lang: Language,
  { factor, judged, active }: Means,
): readonly string[] => {
  const words = pageWords(lang);
  const kept = methods.named(factor.method).afterRemoval;
  const next = judged.active === active ? null : judged.active;
  return [
    ...(kept ? [kept(lang)] : []),
    ...(judged.active === null ? [words.removeAll] : []),
    ...(next === null ? [] : [words.removeNext(methods.named(next).title(lang))]),
  ];
};

/** `/profile/factors/:id/delete` */
export const removePage = async (c: WebContext, services: ProfileServices) => {
  const { visit, known, factor } = await ownFactor(c, services);
  const { policy } = visit.society;
  const judged = judgeRemoval({ policy, person: known.person }, known, factor.id);
  if (judged.kind === "gone") return notTheirs();
  const { lang } = visit.request;
  const view = visit.request.view();
  const which = factorLabel(services.methods, lang, factor);
  if (judged.kind === "last") return c.html(<LastPage view={view} which={which} />);
  return c.html(
    <RemovePage
      view={view}
      action={`/profile/factors/${factor.id}/delete`}
      which={which}
      means={meansOf(services.methods, lang, { factor, judged, active: known.active })}
      proof={services.secrets.mac("form-token", proofText(visit, factor.id))}
    />,
  );
};

export const submitRemove = async (c: WebContext, services: ProfileServices) => {
  const { secrets, methods } = services;
  const visit = visitOf(c, services);
  const id = idOf(c);
  if (!secrets.isMac("form-token", proofText(visit, id), visit.request.form.proof ?? ""))
    return notTheirs();
  leaveNotice(c, secrets, await act(services, remove(methods), { scene: visit, input: { id } }));
  return toProfile(c);
};
