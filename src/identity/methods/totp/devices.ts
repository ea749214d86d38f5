import type { Place } from "../method.ts";
import type { Device } from "./rules.ts";

/** What an enrolment keeps until the flow ends; sealed with its state. */
export type TotpDetail = {
  /** Base32. */
  readonly seed: string;
  /** Of the first code: it counts as used. */
  readonly lastStep: number;
};

/** The account's devices with an app, the oldest first. */
export const devicesIn = ({ factors }: Pick<Place, "factors">): readonly Device[] =>
  factors.filter(({ method }) => method === "totp");
