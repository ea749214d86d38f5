import type { Asked } from "./setting.ts";

export const home = "/gallery";

/** Which sample, and how it is to be shown. */
export type Place = {
  readonly feature: string;
  readonly sample: string;
  readonly society: string;
} & Partial<Pick<Asked, "lang" | "size">>;

const query = (given: Readonly<Record<string, string | undefined>>) => {
  const said = Object.entries(given).filter((pair): pair is [string, string] => !!pair[1]);
  return said.length === 0 ? "" : `?${new URLSearchParams(said)}`;
};

/** The page, mail or letter alone. */
export const bareHref = ({ feature, sample, ...how }: Place): string =>
  `${home}/${feature}/${sample}${query(how)}`;

/** The same beside itself, in both languages and widths. */
export const framesHref = ({ feature, sample, ...how }: Place): string =>
  `${home}/${feature}/${sample}/frames${query(how)}`;

export const contentsHref = (society: string): string => home + query({ society });
