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
