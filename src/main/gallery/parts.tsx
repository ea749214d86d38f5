import type { Society } from "../../society/index.ts";
import type { View } from "../../ui/index.ts";
import { home } from "./address.ts";
import { galleryWords } from "./text.ts";

export const stylesheetPath = `${home}/look.css`;
export const stylesheet = <link rel="stylesheet" href={stylesheetPath} />;

type SocietiesProps = {
  readonly view: View;
  readonly societies: readonly Society[];
  readonly current: Society;
  readonly hrefOf: (society: Society) => string;
};

/** The societies in which something can be met, to choose from. */
export const Societies = ({ view, societies, current, hrefOf }: SocietiesProps) => (
  <nav class="gal-societies" aria-label={galleryWords(view.lang).society}>
    <ul class="gal-states">
      {societies.map((society) => (
        <li>
          <a
            href={hrefOf(society)}
            aria-current={society.code === current.code ? "true" : undefined}
          >
            {society.name[view.lang]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
