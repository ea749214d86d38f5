import type { Society } from "../../society/index.ts";
import type { FeatureGallery, Sample } from "../../ui/gallery/types.ts";
import { Page, type View } from "../../ui/index.ts";
import { contentsHref, framesHref } from "./address.ts";
import { Societies, stylesheet } from "./parts.tsx";
import { galleryWords } from "./text.ts";

type Props = {
  readonly view: View;
  readonly galleries: readonly FeatureGallery[];
  readonly societies: readonly Society[];
  /** Whose samples the links lead to. */
  readonly society: Society;
};

/** Samples of one page together, in the order of the list. */
const byTitle = (samples: readonly Sample[], { lang }: View) =>
  Object.entries(Object.groupBy(samples, ({ title }) => title[lang]));

type FeatureProps = Pick<Props, "view" | "society"> & { readonly feature: FeatureGallery };

/** 「入力の誤り 1」「2」「3」: what is said once is not said again. */
const shortened = (state: string, before: string | undefined) => {
  const [, words, count] = /^(.+?) ?(\d+)$/.exec(state) ?? [];
  return words !== undefined && before?.startsWith(words) ? count : state;
};

const States = ({ view, feature, society, of }: FeatureProps & { of: readonly Sample[] }) => (
  <ul class="gal-states">
    {of.map(({ name, state }, i) => {
      const place = { feature: feature.name, sample: name, society: society.code };
      const said = shortened(state[view.lang], of[i - 1]?.state[view.lang]);
      return (
        <li>
          <a
            href={framesHref(place)}
            aria-label={said === state[view.lang] ? undefined : state[view.lang]}
          >
            {said}
          </a>
        </li>
      );
    })}
  </ul>
);

const Feature = (props: FeatureProps) => {
  const { view, feature } = props;
  return (
    <section class="card" aria-labelledby={feature.name}>
      <h2 id={feature.name}>{feature.title[view.lang]}</h2>
      <dl class="gal-pages">
        {byTitle(feature.samples, view).map(([title, samples = []]) => (
          <div>
            <dt>{title}</dt>
            <dd>
              <States {...props} of={samples} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

const Contents = ({ view, galleries }: Props) => (
  <nav class="gal-contents" aria-label={galleryWords(view.lang).contents}>
    <ul>
      {galleries.map(({ name, title }) => (
        <li>
          <a href={`#${name}`}>{title[view.lang]}</a>
        </li>
      ))}
    </ul>
  </nav>
);

/** Everything that the product shows or sends, by feature. */
export const ContentsPage = (props: Props) => {
  const { view, galleries, societies, society } = props;
  const words = galleryWords(view.lang);
  const samples = galleries.reduce((sum, one) => sum + one.samples.length, 0);
  return (
    <Page view={view} title={words.title} kind="desk" head={stylesheet}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p class="soft small">{words.count(galleries.length, samples)}</p>
      <Societies
        view={view}
        societies={societies}
        current={society}
        hrefOf={({ code }) => contentsHref(code)}
      />
      <Contents {...props} />
      <div class="stack gap">
        {galleries.map((feature) => (
          <Feature view={view} society={society} feature={feature} />
        ))}
      </div>
    </Page>
  );
};
