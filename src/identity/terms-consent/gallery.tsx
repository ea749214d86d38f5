import { TermsArticles, termsOf } from "../../guidance/index.ts";
import { dayIn } from "../../kernel/moments.ts";
import type { InBoth } from "../../society/types.ts";
import { states } from "../../ui/gallery/states.ts";
import type { FeatureGallery, PageSample } from "../../ui/gallery/types.ts";
import { path } from "./gate.ts";
import { consentWords } from "./text.ts";
import { ConsentPage } from "./views/consent-page.tsx";
import { DeclinedPage } from "./views/declined-page.tsx";

const title: InBoth = { ja: consentWords("ja").title, en: consentWords("en").title };

const consent = (name: string, state: InBoth, again?: "others-by-now" | "unclear"): PageSample => ({
  name,
  title,
  state,
  routes: [`GET ${path}`],
  isMember: true,
  page: ({ request, society }) => {
    const terms = termsOf(society);
    const date = dayIn(request.lang, terms.effectiveOn);
    return (
      <ConsentPage
        view={request.view(society)}
        action={path}
        version={terms.version}
        edition={consentWords(request.lang).edition(terms.edition, date)}
        goesOnAt="/"
        again={again}
      >
        <TermsArticles view={request.view(society)} terms={terms} />
      </ConsentPage>
    );
  },
});

export const gallery: readonly FeatureGallery[] = [
  {
    name: "terms-consent",
    title: { ja: "利用規約への同意", en: "Consent to new terms" },
    samples: [
      consent("asked", states.plain),
      consent("changed", { ja: "そのあいだに変わった", en: "Changed meanwhile" }, "others-by-now"),
      consent("unclear", { ja: "どちらも押していない", en: "Neither button" }, "unclear"),
      {
        name: "declined",
        title: { ja: "同意しない", en: "Not agreed" },
        state: states.plain,
        routes: [`GET ${path}/declined`],
        isMember: true,
        page: ({ request, society }) => (
          <DeclinedPage view={request.view(society)} readAgainAt={path} />
        ),
      },
    ],
    pageless: { [`POST ${path}`]: "leads on, to what not agreeing means, or back to its page" },
  },
];
