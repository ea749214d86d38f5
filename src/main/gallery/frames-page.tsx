import type { Mail } from "../../mail/index.ts";
import type { Language, Society } from "../../society/index.ts";
import { BackLink, Facts, Page, Section, type View } from "../../ui/index.ts";
import { bareHref, contentsHref, framesHref, type Place } from "./address.ts";
import type { Found } from "./features.ts";
import { Societies, stylesheet } from "./parts.tsx";
import { galleryWords } from "./text.ts";

type Props = {
  readonly view: View;
  readonly found: Found;
  /** In which it can be met. */
  readonly societies: readonly Society[];
  readonly society: Society;
  readonly size: View["size"];
  /** Of a mail sample. */
  readonly mailIn: ((lang: Language) => Mail) | null;
};

const placeOf = ({ found, society, size }: Props): Place => ({
  feature: found.feature.name,
  sample: found.sample.name,
  society: society.code,
  ...(size === "large" ? { size } : {}),
});

type FrameProps = {
  readonly width: "phone" | "desk";
  readonly href: string;
  readonly view: View;
  readonly lang: Language;
};

const Framed = ({ width, href, view, lang }: FrameProps) => {
  const words = galleryWords(view.lang);
  return (
    <figure class={`gal-frame gal-frame--${width}`}>
      <figcaption>{words[width]}</figcaption>
      <div>
        <iframe src={href} title={`${words.languages[lang]}, ${words[width]}`} loading="lazy" />
      </div>
    </figure>
  );
};

const MailWords = ({ view, mail }: { readonly view: View; readonly mail: Mail }) => {
  const words = galleryWords(view.lang);
  return (
    <>
      <Facts
        items={[
          { term: words.subject, value: <b>{mail.content.subject}</b> },
          { term: words.sender, value: `${mail.from}@` },
          { term: words.kind, value: mail.kind },
        ]}
      />
      <h3 class="gap">{words.text}</h3>
      <pre class="gal-text" lang={mail.language}>
        {mail.content.text}
      </pre>
    </>
  );
};

const InLanguage = (props: Props & { readonly lang: Language }) => {
  const { view, lang, mailIn } = props;
  const words = galleryWords(view.lang);
  const href = bareHref({ ...placeOf(props), lang });
  return (
    <Section title={words.languages[lang]} id={lang}>
      <a href={href}>{words.bare}</a>
      <div class="gal-frames">
        <Framed width="phone" href={href} view={view} lang={lang} />
        <Framed width="desk" href={href} view={view} lang={lang} />
      </div>
      {mailIn === null ? null : <MailWords view={view} mail={mailIn(lang)} />}
    </Section>
  );
};

const Letter = (props: Props) => {
  const words = galleryWords(props.view.lang);
  const href = bareHref(placeOf(props));
  return (
    <div class="gap">
      <a href={href}>{words.pdf}</a>
      <object class="gal-pdf" data={href} type="application/pdf" aria-label={words.kinds.letter} />
    </div>
  );
};

const Sizes = (props: Props) => {
  const words = galleryWords(props.view.lang);
  const { size: _, ...place } = placeOf(props);
  const isLarge = props.size === "large";
  const href = framesHref(isLarge ? place : { ...place, size: "large" });
  return (
    <p class="gap">
      <a href={href}>{isLarge ? words.standard : words.large}</a>
    </p>
  );
};

/** One sample in both languages, on a phone and on a desk. */
export const FramesPage = (props: Props) => {
  const { view, found, societies, society } = props;
  const words = galleryWords(view.lang);
  const { sample, feature } = found;
  const routes = "page" in sample ? sample.routes : [];
  return (
    <Page view={view} title={sample.title[view.lang]} kind="desk" head={stylesheet}>
      <BackLink href={`${contentsHref(society.code)}#${feature.name}`}>{words.back}</BackLink>
      <p class="eyebrow">{feature.title[view.lang]}</p>
      <h1>{sample.title[view.lang]}</h1>
      <p class="lead">{sample.state[view.lang]}</p>
      {routes.length > 0 ? <p class="soft small">{routes.join(" · ")}</p> : null}
      <Societies
        view={view}
        societies={societies}
        current={society}
        hrefOf={({ code }) => framesHref({ ...placeOf(props), society: code })}
      />
      {"page" in sample ? <Sizes {...props} /> : null}
      {"pdf" in sample ? <Letter {...props} /> : null}
      {"pdf" in sample
        ? null
        : (["ja", "en"] as const).map((lang) => <InLanguage {...props} lang={lang} />)}
    </Page>
  );
};
