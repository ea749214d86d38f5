import { Button, Icon, Section, Tag, type View } from "../../../ui/index.ts";
import { profileWords } from "../text/profile-text.ts";
import type { ShownFactor } from "./types.ts";

type WithView = { readonly view: View };

const linksOf = ({ view, factor }: WithView & { readonly factor: ShownFactor }) => {
  const words = profileWords(view.lang);
  const at = `/profile/factors/${factor.id}`;
  return [
    ...(factor.canRename ? [{ href: `${at}/rename`, label: words.rename }] : []),
    ...(factor.isLast ? [] : [{ href: `${at}/delete`, label: words.remove }]),
  ];
};

const About = ({ view, factor }: WithView & { readonly factor: ShownFactor }) => {
  const words = profileWords(view.lang);
  return (
    <p class="small soft">
      {factor.title === null ? null : (
        <>
          {factor.title}
          <br />
        </>
      )}
      {words.addedOn} <span class="nowrap">{factor.addedOn}</span>
      <br />
      {factor.usedOn === null ? (
        words.neverUsed
      ) : (
        <>
          {words.usedOn} <span class="nowrap">{factor.usedOn}</span>
        </>
      )}
    </p>
  );
};

const Device = ({ view, factor }: WithView & { readonly factor: ShownFactor }) => {
  const words = profileWords(view.lang);
  return (
    <li>
      <div class="device">
        <Icon name={factor.icon} />
        <div>
          <p class="device__name">
            {factor.name} {factor.isAskedFirst ? <Tag kind="ok">{words.askedFirst}</Tag> : null}
            {factor.isAllowed ? null : <Tag kind="warn">{words.notAllowed}</Tag>}
          </p>
          <About view={view} factor={factor} />
          <p class="device__links small">
            {linksOf({ view, factor }).map(({ href, label }) => (
              <a href={href}>
                {label}
                <span class="sr">:{factor.name}</span>
              </a>
            ))}
          </p>
          {factor.isLast ? <p class="small soft">{words.isLast}</p> : null}
        </div>
      </div>
    </li>
  );
};

type Props = WithView & {
  readonly factors: readonly ShownFactor[];
  /** Something can be added just now. */
  readonly canAdd: boolean;
};

/** 「登録した認証方法」 */
export const Factors = ({ view, factors, canAdd }: Props) => {
  const words = profileWords(view.lang);
  return (
    <Section title={words.factors} id="factors">
      {factors.length === 0 ? (
        <p>{words.noFactors}</p>
      ) : (
        <ul class="devices">
          {factors.map((factor) => (
            <Device view={view} factor={factor} />
          ))}
        </ul>
      )}
      {canAdd ? (
        <p class="gap">
          <Button href="/profile/factors/new">{words.add}</Button>
        </p>
      ) : null}
    </Section>
  );
};
