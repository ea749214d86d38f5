import type { MailId } from "../../kernel/ids.ts";
import type { Ready } from "./types.ts";

/** Who leaves next, and who was turned away by a server that took nothing at all. */
export type Order = {
  readonly turnedAway: (mail: MailId) => void;
  readonly wasTurnedAway: (mail: MailId) => boolean;
  /** Nothing else is due. */
  readonly forget: () => void;
  /** Urgent ones first; among them who was turned away or tried least, then who came first. */
  readonly sorted: (all: readonly Ready[]) => Ready[];
  /**
   * The place of the one that shows whether a server is back: turned away least, even before urgent
   * ones, so that no mail is the trial each time. -1 where there is none.
   */
  readonly trial: (all: readonly Ready[]) => number;
};

export const openOrder = (): Order => {
  const turns = new Map<MailId, number>();
  const turnsOf = ({ mail }: Ready) => turns.get(mail.id) ?? 0;
  return {
    turnedAway: (mail) => void turns.set(mail, (turns.get(mail) ?? 0) + 1),
    wasTurnedAway: (mail) => turns.has(mail),
    forget: () => turns.clear(),
    sorted: (all) =>
      all.toSorted(
        (a, b) =>
          Number(b.isUrgent) - Number(a.isUrgent) ||
          turnsOf(a) - turnsOf(b) ||
          // Those that a server refuses come last: a few of them in a row would make all wait.
          a.mail.attempts - b.mail.attempts ||
          // Ids begin with their time.
          (a.mail.id < b.mail.id ? -1 : 1),
      ),
    trial: (all) => {
      const least = Math.min(...all.map(turnsOf));
      return all.findIndex((one) => turnsOf(one) === least);
    },
  };
};
