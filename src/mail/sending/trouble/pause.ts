import type { MailId } from "../../../kernel/ids.ts";
import { type Clock, type Instant, later } from "../../../kernel/time.ts";
import { connections } from "../../../platform/smtp/limits.ts";
import type { Delivery } from "../../../platform/smtp/types.ts";
import { pauseSeconds } from "../rules.ts";

/** Whether the server takes mails at all: one state for all mails of this worker. */
export type Pause = {
  readonly isOn: () => boolean;
  /** The pause is over, and one mail must show that the server is back. */
  readonly isOnTrial: () => boolean;
  /** @returns whether this answer began a pause */
  readonly heard: (delivery: Delivery, mail: MailId) => boolean;
};

type Parts = { readonly clock: Clock; readonly random: () => number };

export const openPause = ({ clock, random }: Parts): Pause => {
  let times = 0;
  /** Turned away with their connection, or by policy, since an answer that tells of no trouble. */
  let lost = new Set<MailId>();
  let until: Instant | null = null;
  const isOn = () => until !== null && clock.now() < until;
  const begin = () => {
    // Connections that fail together are one trouble.
    if (isOn()) return false;
    times += 1;
    lost = new Set();
    until = later(clock.now(), { seconds: pauseSeconds(times, random()) });
    return true;
  };
  return {
    isOn,
    isOnTrial: () => times > 0,
    heard: (delivery, mail) => {
      if (delivery.sent) [times, lost, until] = [0, new Set(), null];
      else if (delivery.about === "server") return begin();
      else if (delivery.about === "connection" || delivery.about === "policy") {
        lost.add(mail);
        // One mail may be what the server dies of, or will not have; so many in a row are not.
        return lost.size >= connections ? begin() : false;
      } else lost = new Set();
      return false;
    },
  };
};
