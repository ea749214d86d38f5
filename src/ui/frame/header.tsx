import { Icon, type IconName } from "../parts/icons.tsx";
import { wordsIn } from "../text.ts";
import type { View } from "../view.ts";
import { SocietyMark, SocietyName } from "./society-mark.tsx";
import { SizeToggle } from "./text-size.tsx";

type WithView = { readonly view: View };
type MenuLink = { readonly href: string; readonly label: string; readonly icon: IconName };

const mainLinks = ({ lang }: View): readonly MenuLink[] => {
  const words = wordsIn(lang);
  return [
    { href: "/", label: words.home, icon: "home" },
    { href: "/profile", label: words.profile, icon: "person" },
    { href: "/profile#sign-in", label: words.signInMethod, icon: "lock" },
    { href: "/terms", label: words.terms, icon: "terms" },
  ];
};
const helpLinks = ({ lang }: View): readonly MenuLink[] => {
  const words = wordsIn(lang);
  return [
    { href: "/help/guide", label: words.guide, icon: "guide" },
    { href: "/help/faq", label: words.faq, icon: "question" },
  ];
};

const pathOf = (view: View) => view.path.split("?")[0];

const Links = ({
  view,
  links,
  icons,
}: WithView & { links: readonly MenuLink[]; icons: boolean }) => (
  <ul>
    {links.map(({ href, label, icon }) => (
      <li>
        <a href={href} aria-current={href === pathOf(view) ? "page" : undefined}>
          {icons ? <Icon name={icon} /> : null}
          {label}
        </a>
      </li>
    ))}
  </ul>
);

const SignOut = ({ view, icon }: WithView & { icon: boolean }) => (
  <form action="/sign-out" method="post">
    <input type="hidden" name="formToken" value={view.formToken} />
    <button type="submit">
      {icon ? <Icon name="sign-out" /> : null}
      {wordsIn(view.lang).signOut}
    </button>
  </form>
);

/**
 * On wide screens what members come for stands in the header, and help behind one word, so that a long
 * name has its place; else all is in a menu. Both open without JavaScript.
 */
const Menu = ({ view }: WithView) => {
  const words = wordsIn(view.lang);
  return (
    <>
      <details class="menu">
        <summary>
          <Icon name="menu" />
          {words.menu}
        </summary>
        <nav class="menu__panel" aria-label={words.menu}>
          <Links view={view} links={mainLinks(view)} icons={true} />
          <h2>{words.helpAndSupport}</h2>
          <Links view={view} links={helpLinks(view)} icons={true} />
          <SignOut view={view} icon={true} />
        </nav>
      </details>
      <nav class="head__nav" aria-label={words.menu}>
        <Links view={view} links={mainLinks(view)} icons={false} />
        <details class="head__more">
          <summary>
            {words.helpAndSupport}
            <Icon name="next" />
          </summary>
          <Links view={view} links={helpLinks(view)} icons={true} />
        </details>
        <SignOut view={view} icon={false} />
      </nav>
    </>
  );
};

const Society = ({ view }: WithView) => {
  const { frame } = view;
  const inside = (
    <>
      <SocietyMark mark={frame.mark} />
      <span>
        <span class="society__name">
          <SocietyName name={frame.name} />
        </span>
        {frame.member === null ? null : (
          <span class="society__who">{wordsIn(view.lang).member(frame.member.name)}</span>
        )}
      </span>
    </>
  );
  return frame.member === null ? (
    <p class="society">{inside}</p>
  ) : (
    <a class="society" href="/">
      {inside}
    </a>
  );
};

/** Obi, mark, name; then the menu of a member, or the text size for everybody else. */
export const Header = ({ view }: WithView) => (
  <header class="head">
    <div class="head__in">
      <Society view={view} />
      {view.frame.member === null ? <SizeToggle view={view} /> : <Menu view={view} />}
    </div>
  </header>
);
