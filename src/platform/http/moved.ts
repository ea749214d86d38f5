import type { Entrance } from "../../society/types.ts";
import type { WebContext } from "./types.ts";

/** Where a browser asks which origins may use the passkeys of this host (WebAuthn L3 §5.11). */
const wellKnown = "/.well-known/webauthn";

/** Long enough for a sign-in, short enough for a move that goes wrong. */
const caching = "public, max-age=300";

/** Without a port: passkeys know none. */
export const hostNameOf = (host: string): string => host.replace(/:\d+$/, "");

const isRead = ({ req: { method } }: WebContext) => method === "GET" || method === "HEAD";

const originsAnswer = (c: WebContext, entrances: readonly Entrance[]) =>
  c.json({ origins: [...new Set(entrances.map(({ origin }) => origin))] }, 200, {
    "Cache-Control": caching,
  });

/** @param entrances the one at this host, and those that moved away from it */
export const originsAt = (c: WebContext, entrances: readonly Entrance[]): Response | undefined =>
  isRead(c) && c.req.path === wellKnown ? originsAnswer(c, entrances) : undefined;

/**
 * At a host that an entrance had when its first passkey was made: its passkeys go on working at the new
 * one as long as this answers, and who comes by an old link or bookmark is led there. A form that was
 * open during the move is not: its browser would send it without the new host's cookies.
 * @param entrances that moved away from here
 */
export const answerMoved = (
  c: WebContext,
  entrances: readonly Entrance[],
): Response | undefined => {
  const [entrance] = entrances;
  if (!entrance || !isRead(c)) return undefined;
  const { pathname, search } = new URL(c.req.url);
  return originsAt(c, entrances) ?? c.redirect(`${entrance.origin}${pathname}${search}`, 308);
};
