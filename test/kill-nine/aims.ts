import { type Target, targets } from "./kill.ts";
import type { Way } from "./registration.ts";
import { classic } from "./ways/classic.ts";
import { newByButton, newByCode, weak } from "./ways/new.ts";

export const ways = [classic, newByCode, newByButton, weak] as const;

/** One kill: at a step of a way (-1: the sign-in with the letter), or at the sealer. */
export type Aim = { readonly target: Target } & (
  | { readonly at: "sealer"; readonly turn: number }
  | { readonly at: number; readonly way: Way; readonly pass: number }
);

/** Of the way by the mail's button only that press is another than of the way by code. */
const placesOf = (way: Way): readonly number[] =>
  way === newByButton
    ? [way.steps.findIndex(({ name }) => name === "address-check")]
    : [-1, ...way.steps.keys()];

const targetOf = (turn: number): Target => targets[turn % targets.length] ?? "both";

const nameOf = (way: Way, at: number) => `${way.name} ${way.steps[at]?.name ?? "begin"}`;

/**
 * Each step meets another target in each pass; an eighth of the kills is the sealer's.
 * @param only steps with this in their names, such as `new address`, or `sealer`; empty: all
 */
export const aimsOf = (kills: number, only: string): readonly Aim[] => {
  const onePass = ways
    .flatMap((way) => placesOf(way).map((at) => ({ way, at })))
    .filter(({ way, at }) => nameOf(way, at).includes(only));
  const ofSealer = only === "" ? Math.round(kills / 8) : 0;
  const sealers = only === "sealer" ? kills : ofSealer;
  if (sealers < kills && onePass.length === 0) throw new Error(`no step is called ${only}`);
  return [
    ...Array.from(
      { length: sealers },
      (_, turn): Aim => ({ at: "sealer", turn, target: targetOf(turn) }),
    ),
    ...Array.from({ length: kills - sealers }, (_, i): Aim => {
      const pass = Math.floor(i / onePass.length);
      const place = i % onePass.length;
      return {
        ...(onePass[place] as (typeof onePass)[number]),
        pass,
        target: targetOf(place + pass),
      };
    }),
  ];
};

export const aimName = (aim: Aim): string =>
  aim.at === "sealer" ? "sealer" : (aim.way.steps[aim.at]?.name ?? "begin");
