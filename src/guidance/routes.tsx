import type { RequestContext, Web, WebContext } from "../platform/http/types.ts";
import type { Registry, Society } from "../society/types.ts";
import { ContactPage } from "./contact/page.tsx";
import { questionsFor } from "./faq/faq.ts";
import { FaqPage } from "./faq/page.tsx";
import { ForgottenPage } from "./forgotten/page.tsx";
import { GuidePage } from "./guide/page.tsx";
import { hasPasskeys, waysOf } from "./guide/ways.ts";
import { NotesPage } from "./notes/page.tsx";
import { TermsPage } from "./terms/page.tsx";
import { termsOf } from "./terms/terms.ts";

export type GuidanceServices = {
  readonly registry: Registry;
  /** Domain of no-reply@, info@, webmaster@; null: where the society is not known yet. */
  readonly mailDomainOf: (society: Society | null) => string;
};

/** The society where it is known, else all that sign in here. */
const societiesOf = (
  { registry }: GuidanceServices,
  request: RequestContext,
): readonly Society[] =>
  request.society
    ? [request.society]
    : request.entrance.societies.flatMap((id) => registry.society(id) ?? []);

const faq = (c: WebContext, { mailDomainOf }: GuidanceServices) => {
  const { society, lang, view } = c.get("request");
  const facts = { policy: society?.policy ?? null, mailDomain: mailDomainOf(society) };
  const questions = questionsFor(lang, { facts, own: society?.texts.faq ?? [] });
  return c.html(<FaqPage view={view()} questions={questions} typed={c.req.query("q") ?? ""} />);
};

/** 利用規約・注意事項・ご利用案内・よくある質問・お問い合わせ・忘れた方へ: open to everybody. */
export const guidanceRoutes =
  (services: GuidanceServices) =>
  (web: Web): void => {
    web.get("/terms", (c) => {
      const { society, view } = c.get("request");
      return c.html(<TermsPage view={view()} terms={termsOf(society)} />);
    });
    web.get("/notes", (c) => {
      const { society, view } = c.get("request");
      return c.html(<NotesPage view={view()} own={society?.texts.notes ?? []} />);
    });
    web.get("/help/guide", (c) => {
      const request = c.get("request");
      const societies = societiesOf(services, request);
      return c.html(
        <GuidePage
          view={request.view()}
          ways={waysOf(societies, request.lang)}
          hasPasskeys={hasPasskeys(societies)}
        />,
      );
    });
    web.get("/help/faq", (c) => faq(c, services));
    for (const what of ["id", "password"] as const)
      web.get(`/forgot-${what}`, (c) => {
        const request = c.get("request");
        const societies = societiesOf(services, request);
        return c.html(<ForgottenPage view={request.view()} what={what} societies={societies} />);
      });
    web.get("/contact", (c) => {
      const request = c.get("request");
      return c.html(
        <ContactPage view={request.view()} societies={societiesOf(services, request)} />,
      );
    });
  };
