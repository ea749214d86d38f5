import { ErrorPage } from "../errors/error-page.tsx";
import { errorCodes, errorWordsIn } from "../errors/text.ts";
import { Page } from "../layout.tsx";
import type { View } from "../view.ts";
import { HomeSample, SignInSample } from "./band-samples.tsx";
import { Blocks } from "./blocks.tsx";
import { FormSample } from "./form-sample.tsx";
import { states } from "./states.ts";
import { samplesIn } from "./text.ts";
import type { FeatureGallery, PageSample } from "./types.ts";

const BlocksSample = ({ view }: { readonly view: View }) => (
  <Page view={view} title={samplesIn(view.lang).parts.blocks} kind="desk">
    <h1>{samplesIn(view.lang).parts.blocks}</h1>
    <Blocks view={view} />
  </Page>
);

const errorsIn = ({ lang }: View) => {
  const words = samplesIn(lang);
  return { birthDate: words.birthError, password: words.passwordError, terms: words.agreeError };
};

type Part = keyof ReturnType<typeof samplesIn>["parts"];

const part = (name: Part, Shown: (props: { readonly view: View }) => PageJsx): PageSample => ({
  name,
  title: { ja: samplesIn("ja").parts[name], en: samplesIn("en").parts[name] },
  state: states.plain,
  routes: [],
  isMember: name === "home" || name === "blocks",
  page: ({ request }) => <Shown view={request.view()} />,
});
type PageJsx = ReturnType<PageSample["page"]>;

const refusals = errorCodes.map(
  (code): PageSample => ({
    name: `error-${code}`,
    title: { ja: "お断りのページ", en: "Refusal pages" },
    state: {
      ja: `${code} ${errorWordsIn("ja")[code].title}`,
      en: `${code} ${errorWordsIn("en")[code].title}`,
    },
    routes: [],
    page: ({ request }) => <ErrorPage view={request.view()} code={code} />,
  }),
);

/** Every part of the design, and the refusal pages that features do not word themselves. */
export const gallery: readonly FeatureGallery[] = [
  {
    name: "parts",
    title: { ja: "部品", en: "Parts of the design" },
    samples: [
      part("blocks", BlocksSample),
      part("form", ({ view }) => <FormSample view={view} errors={{}} />),
      part("errors", ({ view }) => <FormSample view={view} errors={errorsIn(view)} />),
      part("home", HomeSample),
      part("sign-in", SignInSample),
      ...refusals,
    ],
  },
];
