import type { Web, WebContext } from "../platform/http/types.ts";
import { contactRoutes } from "./contact/form/routes.tsx";
import { questionsFor } from "./faq/faq.ts";
import { FaqPage } from "./faq/page.tsx";
import { GuidePage } from "./guide/page.tsx";
import { hasPasskeys, hasUpdateMails, waysOf } from "./guide/ways.ts";
import { NotesPage } from "./notes/page.tsx";
import { societiesOf } from "./societies.ts";
import { TermsPage } from "./terms/page.tsx";
import { termsOf } from "./terms/terms.ts";
import type { GuidanceServices } from "./types.ts";

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
    contactRoutes(services)(web);
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
          mail={{
            domain: services.mailDomainOf(request.society),
            hasUpdates: hasUpdateMails(societies),
          }}
        />,
      );
    });
    web.get("/help/faq", (c) => faq(c, services));
  };
