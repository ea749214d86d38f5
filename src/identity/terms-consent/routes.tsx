import { act, type FlowServices } from "../../flow/index.ts";
import { TermsArticles, termsOf } from "../../guidance/index.ts";
import { dayIn } from "../../kernel/moments.ts";
import type { Session, Web, WebContext } from "../../platform/http/types.ts";
import type { Society } from "../../society/types.ts";
import { wayBack } from "../gates/index.ts";
import { answerTerms } from "./agree.ts";
import { path, termsGate } from "./gate.ts";
import { consentWords } from "./text.ts";
import { ConsentPage } from "./views/consent-page.tsx";
import { DeclinedPage } from "./views/declined-page.tsx";

type Services = Pick<FlowServices, "database" | "secrets">;
type Whose = { readonly session: Session; readonly society: Society };

/** Null: nobody is signed in, or there is nothing to agree to. */
const whoseTurn = (c: WebContext): Whose | null => {
  const request = c.get("request");
  const { session, society } = request;
  if (!session || !society) return null;
  return termsGate.isShut({ session, society, request }) ? { session, society } : null;
};

const withReturn = (c: WebContext, where: string, more: Record<string, string> = {}) =>
  `${where}?${new URLSearchParams({ ...more, return: wayBack(c) })}`;

const againOf = (c: WebContext) => {
  const again = c.req.query("again");
  return again === "others-by-now" || again === "unclear" ? again : undefined;
};

const show = (c: WebContext, { society }: Whose) => {
  const { view, lang } = c.get("request");
  const terms = termsOf(society);
  return c.html(
    <ConsentPage
      view={view()}
      action={path}
      version={terms.version}
      edition={consentWords(lang).edition(terms.edition, dayIn(lang, terms.effectiveOn))}
      goesOnAt={wayBack(c)}
      again={againOf(c)}
    >
      <TermsArticles view={view()} terms={terms} />
    </ConsentPage>,
  );
};

const submit = async (c: WebContext, services: Services) => {
  const request = c.get("request");
  const whose = whoseTurn(c);
  if (!whose) return c.redirect(wayBack(c), 303);
  const { terms: answer = "", version: shown = "" } = request.form;
  const scene = { ...whose, now: request.now, request };
  const outcome = await act(services, answerTerms, { scene, input: { answer, shown } });
  if (outcome === "agreed") return c.redirect(wayBack(c), 303);
  if (outcome === "declined") return c.redirect(withReturn(c, `${path}/declined`), 303);
  return c.redirect(withReturn(c, path, { again: outcome }), 303);
};

/** 「利用規約」 of a new version, before everything else that the signed-in can open. */
export const termsConsentRoutes =
  (services: Services) =>
  (web: Web): void => {
    web.get(path, (c) => {
      const whose = whoseTurn(c);
      return whose ? show(c, whose) : c.redirect(wayBack(c), 303);
    });
    web.post(path, (c) => submit(c, services));
    web.get(`${path}/declined`, (c) =>
      whoseTurn(c)
        ? c.html(<DeclinedPage view={c.get("request").view()} readAgainAt={withReturn(c, path)} />)
        : c.redirect(wayBack(c), 303),
    );
  };
