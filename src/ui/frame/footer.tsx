import { Icon } from "../parts/icons.tsx";
import { wordsIn } from "../text.ts";
import type { View } from "../view.ts";
import { SizeChoice } from "./text-size.tsx";

type WithView = { readonly view: View };

const dialled = (tel: string) => `tel:${tel.replace(/[^\d+]/g, "")}`;

/** 「お困りのときは」: the society's telephone, or the way to the list while it is not known. */
const Help = ({ view }: WithView) => {
  const words = wordsIn(view.lang);
  const { contact, name } = view.frame;
  return (
    <div class="help">
      <div>
        <h2>{words.inTrouble}</h2>
        {contact === null ? (
          <p>{words.askYourSociety}</p>
        ) : (
          <p>
            {words.answeredBy(name)}
            <br />
            {contact.hours}
          </p>
        )}
      </div>
      {contact === null ? (
        <p>
          <a class="btn" href="/contact">
            {words.contact}
          </a>
        </p>
      ) : (
        <p>
          <a class="tel" href={dialled(contact.tel)}>
            <Icon name="telephone" />
            {contact.tel}
          </a>
        </p>
      )}
    </div>
  );
};

/** A plain link: it works everywhere, and its address says the language. */
const LanguageLink = ({ view }: WithView) => {
  const [lang, name] = view.lang === "ja" ? ["en", "English"] : ["ja", "日本語"];
  const href = `/preferences/language/${lang}?return=${encodeURIComponent(view.path)}`;
  return (
    <a href={href} lang={lang} hreflang={lang}>
      {name}
    </a>
  );
};

/** Always in the same order: who helps, where to read, language, text size (WCAG 3.2.6). */
export const Footer = ({ view }: WithView) => {
  const words = wordsIn(view.lang);
  return (
    <footer class="foot">
      <div class="foot__in">
        <Help view={view} />
        <ul class="foot__links">
          <li>
            <a href="/help/guide">{words.guide}</a>
            <a href="/help/faq">{words.faq}</a>
            <a href="/contact">{words.contact}</a>
          </li>
          <li>
            <a href="/notes">{words.notes}</a>
          </li>
          <li>
            <LanguageLink view={view} />
          </li>
        </ul>
        <SizeChoice view={view} />
        <p class="foot__end">{view.frame.name}</p>
      </div>
    </footer>
  );
};
