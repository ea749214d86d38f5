import { type Clock, type Instant, later } from "../../kernel/time.ts";
import { connections } from "../../platform/smtp/limits.ts";
import type { Delivery } from "../../platform/smtp/types.ts";
import { pauseSeconds } from "./rules.ts";

/** Whether the server takes mails at all: one state for all mails of this worker. */
export type Pause = {
  readonly isOn: () => boolean;
  /** The pause is over, and one mail must show that the server is back. */
  readonly isOnTrial: () => boolean;
  /** @returns whether this answer began a pause */
  readonly heard: (delivery: Delivery) => boolean;
};

type Parts = { readonly clock: Clock; readonly random: () => number };

export const openPause = ({ clock, random }: Parts): Pause => {
  let times = 0;
  let lost = 0;
  let until: Instant | null = null;
  const isOn = () => until !== null && clock.now() < until;
  const begin = () => {
    // Connections that fail together are one trouble.
    if (isOn()) return false;
    times += 1;
    lost = 0;
    until = later(clock.now(), { seconds: pauseSeconds(times, random()) });
    return true;
  };
  return {
    isOn,
    isOnTrial: () => times > 0,
    heard: (delivery) => {
      if (delivery.sent) [times, lost, until] = [0, 0, null];
      else if (delivery.about === "server") return begin();
      else if (delivery.about === "connection") {
        lost += 1;
        // One mail may be what the server dies of; so many in a row are not.
        return lost >= connections ? begin() : false;
      } else lost = 0;
      return false;
    },
  };
};
