/**
 * Reads the forms of our own pages, without a browser. hono/jsx writes quoted attributes and
 * escapes text, so a few patterns are enough; anything else in a page fails loudly here.
 */
export type HtmlForm = {
  /** Where it goes, as written; empty means the page's own address. */
  readonly action: string;
  readonly method: "GET" | "POST";
  readonly enctype: string;
  /** What a browser would send if the person typed nothing. */
  readonly fields: Readonly<Record<string, string>>;
  /** Every name that may be sent, in the order of the page: also empty, unticked and buttons. */
  readonly names: readonly string[];
  /** Buttons with a name: the one that is pressed is sent. */
  readonly buttons: readonly { readonly name: string; readonly value: string }[];
  /** Inside <main>: not a switch or the sign-out of the header. */
  readonly isMain: boolean;
};

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};

export const unescapeHtml = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (all, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return entities[name] ?? all;
  });

type Attributes = Readonly<Record<string, string>>;

const attributesOf = (tag: string): Attributes => {
  const found: Record<string, string> = {};
  const inside = tag.replace(/^<[a-z0-9]+/i, "");
  for (const [, name = "", quoted, bare] of inside.matchAll(
    /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g,
  ))
    found[name.toLowerCase()] = unescapeHtml(quoted ?? bare ?? "");
  return found;
};

const control =
  /<(input|button)\b(?:[^>"']|"[^"]*"|'[^']*')*>|<(textarea|select)\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/\2>/gi;

const selected = (inside: string): string | undefined => {
  const options = [...inside.matchAll(/<option\b(?:[^>"']|"[^"]*")*>/gi)].map(([tag]) =>
    attributesOf(tag),
  );
  return (options.find((option) => "selected" in option) ?? options[0])?.value;
};

type Control = { readonly name: string; readonly value: string | null; readonly isButton: boolean };

/** `value` is null where nothing is sent: an unticked box. */
const controlOf = ([tag, single, double, rest, inside = ""]: RegExpMatchArray): Control | null => {
  const attributes = attributesOf(single ? (tag ?? "") : `<x ${rest}>`);
  const { name } = attributes;
  if (!name || "disabled" in attributes) return null;
  if (double === "textarea")
    return { name, value: unescapeHtml(inside).replace(/^\n/, ""), isButton: false };
  if (double === "select") return { name, value: selected(inside) ?? null, isButton: false };
  const type = attributes.type ?? (single === "button" ? "submit" : "text");
  const ticked = !/^(checkbox|radio)$/.test(type) || "checked" in attributes;
  const value = attributes.value ?? (/^(checkbox|radio)$/.test(type) ? "on" : "");
  return { name, value: ticked ? value : null, isButton: type === "submit" };
};

const formOf = (opening: string, body: string, isMain: boolean): HtmlForm => {
  const attributes = attributesOf(opening);
  const controls = [...body.matchAll(control)].map(controlOf).filter((c) => c !== null);
  const buttons = controls.filter((c) => c.isButton);
  return {
    action: attributes.action ?? "",
    method: attributes.method?.toUpperCase() === "POST" ? "POST" : "GET",
    enctype: attributes.enctype ?? "application/x-www-form-urlencoded",
    fields: Object.fromEntries(
      controls.filter((c) => !c.isButton && c.value !== null).map((c) => [c.name, c.value ?? ""]),
    ),
    names: [...new Set(controls.map((c) => c.name))],
    buttons: buttons.map((c) => ({ name: c.name, value: c.value ?? "" })),
    isMain,
  };
};

export const formsIn = (html: string): readonly HtmlForm[] => {
  const [mainFrom, mainTo] = [html.search(/<main\b/i), html.search(/<\/main>/i)];
  return [...html.matchAll(/(<form\b(?:[^>"']|"[^"]*"|'[^']*')*>)([\s\S]*?)<\/form>/gi)].map((m) =>
    formOf(m[1] ?? "", m[2] ?? "", m.index > mainFrom && m.index < mainTo),
  );
};

/**
 * The form with this action (or an action that ends so) and this field, where several have the
 * action; without an action, the only form of <main>.
 */
export const form = (html: string, action?: string, holding?: string): HtmlForm => {
  const all = formsIn(html);
  const fitting = all
    .filter((f) => (action === undefined ? f.isMain : f.action.endsWith(action)))
    .filter((f) => holding === undefined || f.names.includes(holding));
  if (fitting[0] === undefined || fitting.length > 1)
    throw new Error(
      `${fitting.length} forms ${action ?? "in <main>"}; the page has ${
        all.map((f) => `${f.method} ${f.action}`).join(", ") || "none"
      }`,
    );
  return fitting[0];
};
