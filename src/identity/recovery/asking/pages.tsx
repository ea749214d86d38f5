import { type FieldRefusals, messagesOf, type Wording } from "../../../flow/index.ts";
import type { RequestContext, WebContext } from "../../../platform/http/types.ts";
import type { Language } from "../../../society/index.ts";
import { ClaimFields, claimLabels, proofMessages } from "../../proofing/index.ts";
import { codeTries, passwordWayOf } from "../rules.ts";
import { askingWords } from "../text/asking-text.ts";
import type { Forgotten, RecoveryServices } from "../types.ts";
import { IdentityPage, PasswordRequestPage, type PasswordWay } from "../views/asking-pages.tsx";
import { SentPage } from "../views/sent-page.tsx";
import { fieldsOf } from "./fields.ts";
import { type Asked, unreadBefore } from "./kept.ts";

const wording = (lang: Language, kind: Forgotten): Wording => {
  const { email, userId, accountEmail } = askingWords(lang);
  const labels = {
    ...claimLabels(lang),
    userId,
    email: kind === "forgot-id" ? email : accountEmail,
  };
  return { labels, messages: proofMessages[lang] };
};

/** In the order of the page, whatever a cookie made of it. */
const inOrder = (kind: Forgotten, errors: FieldRefusals): FieldRefusals =>
  Object.fromEntries(
    fieldsOf[kind].flatMap((name) => (errors[name] ? [[name, errors[name]] as const] : [])),
  );

/** What was typed and could not be read, with the messages beside it. */
const unread = (c: WebContext, { secrets }: RecoveryServices, kind: Forgotten) => {
  const { lang } = c.get("request");
  const { typed = {}, errors = {} } = unreadBefore(c, secrets, kind) ?? {};
  return { typed, errors: messagesOf(lang, wording(lang, kind), inOrder(kind, errors)) };
};

/** As its society does it; where several share an entrance and differ, both are said. */
const wayOf = (
  { registry }: Pick<RecoveryServices, "registry">,
  { society, entrance }: Pick<RequestContext, "society" | "entrance">,
): PasswordWay => {
  const all = society ? [society] : entrance.societies.flatMap((id) => registry.society(id) ?? []);
  return passwordWayOf(all.map(({ policy }) => policy.recovery.forgottenPassword));
};

export const identityPage = (services: RecoveryServices, c: WebContext) => {
  const view = c.get("request").view();
  const shown = unread(c, services, "forgot-id");
  return (
    <IdentityPage view={view} {...shown}>
      <ClaimFields view={view} {...shown} />
    </IdentityPage>
  );
};

export const passwordPage = (services: RecoveryServices, c: WebContext) => {
  const request = c.get("request");
  const shown = unread(c, services, "forgot-password");
  return <PasswordRequestPage view={request.view()} {...shown} way={wayOf(services, request)} />;
};

type Sent = { readonly kind: Forgotten; readonly asked: Asked; readonly wrong: number };

export const sentPage = (
  services: RecoveryServices,
  c: WebContext,
  { kind, asked: { email, reference }, wrong }: Sent,
) => {
  const request = c.get("request");
  const refused = c.req.query("refused");
  return (
    <SentPage
      view={request.view()}
      of={kind === "forgot-id" ? kind : wayOf(services, request)}
      {...{ email, reference }}
      mailDomain={services.mailDomainOf(request.society)}
      triesLeft={Math.max(0, codeTries - wrong)}
      refused={refused === "unread" || refused === "wrong" ? refused : null}
    />
  );
};
