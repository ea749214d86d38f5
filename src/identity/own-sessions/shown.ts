import type { Id } from "../../kernel/ids.ts";
import { momentIn } from "../../kernel/moments.ts";
import type { Language } from "../../society/types.ts";
import type { OwnSession } from "./store.ts";
import type { ShownSession } from "./views/sessions-page.tsx";

/** Who signs in anew each time may have many in twelve hours: the page stays short. */
export const mostShown = 50;

const isPhone = /iPhone|iPad|Android/;

type Showing = { readonly lang: Language; readonly current: Id<"session"> };

/** This one first, then the one used last. */
export const shownSessions = (
  sessions: readonly OwnSession[],
  { lang, current }: Showing,
): readonly ShownSession[] =>
  sessions
    .map(({ id, device, startedAt, seenAt }) => ({
      id,
      device: device === "-" ? null : device,
      icon: isPhone.test(device) ? ("phone" as const) : ("computer" as const),
      startedAt: momentIn(lang, startedAt),
      seenAt: momentIn(lang, seenAt),
      isThis: id === current,
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis));
