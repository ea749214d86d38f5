import type { WebContext } from "./types.ts";

/** Any origin will do: it only counts whether an address leaves it. */
const here = "http://here.invalid";

/**
 * A path of this host out of what a stranger may have written; `/` where it is none. Read as
 * browsers read it: they drop tabs and line ends and take `\` for `/`, so that `/<tab>/evil.example`
 * would lead away. The answer is ASCII, fit for a header.
 */
export const ownPath = (given: string | undefined): string => {
  if (!given?.startsWith("/") || !URL.canParse(given, here)) return "/";
  const { origin, pathname, search, hash } = new URL(given, here);
  return origin === here && !pathname.startsWith("//") ? pathname + search + hash : "/";
};

/**
 * Where the browser is, as it wrote it: what stands in the path is not decoded (`c.req.path` is), for a
 * line end or a NUL of a token that somebody made up fits no header.
 */
export const pathHere = (c: WebContext): string => new URL(c.req.url).pathname;
