// What is wrong with a page, without a browser. hono/jsx writes quoted attributes and escapes text,
// so a few patterns are enough.

type Tag = {
  readonly name: string;
  readonly attributes: string;
  readonly isClose: boolean;
  /** Needs no other tag to close it. */
  readonly isWhole: boolean;
  /** Text before this tag. */
  readonly text: string;
};

const empty = new Set(["meta", "link", "input", "br", "hr", "img"]);

const tagsIn = (html: string): readonly Tag[] =>
  [...html.matchAll(/([^<]*)<(\/?)([a-z][a-z0-9]*)((?:\s[^>"]*(?:"[^"]*")?)*)(\/?)>/g)].map(
    ([, text = "", close, name = "", attributes = "", end]) => ({
      name,
      attributes,
      isClose: close === "/",
      isWhole: end === "/" || attributes.endsWith("/") || empty.has(name),
      text,
    }),
  );

const blocks = new Set([
  "div",
  "p",
  "ul",
  "ol",
  "dl",
  "section",
  "form",
  "fieldset",
  "h1",
  "h2",
  "h3",
  "table",
  "nav",
]);
const alone = new Set(["a", "button", "label"]);

/** Elements that are not closed, and those that may not stand where they do. */
const nesting = (tags: readonly Tag[]): readonly string[] => {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const { name, isClose, isWhole } of tags) {
    if (isWhole) continue;
    if (isClose) {
      if (open.pop() !== name) return [...wrong, `</${name}> closes nothing`];
      continue;
    }
    if (blocks.has(name) && (open.includes("p") || open.at(-1) === "span"))
      wrong.push(`<${name}> in <${open.at(-1)}>`);
    if (alone.has(name) && open.some((one) => one === "a" || one === "button"))
      wrong.push(`<${name}> in something to press`);
    open.push(name);
  }
  return open.length > 0 ? [...wrong, `<${open.at(-1)}> stays open`] : wrong;
};

const said = ({ attributes }: Tag, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];

/** Names that lead nowhere, and those that stand twice. */
const references = (tags: readonly Tag[]): readonly string[] => {
  const ids = tags.flatMap((tag) => said(tag, "id") ?? []);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  const named = tags.flatMap((tag) => [
    ...["for", "aria-describedby", "aria-labelledby", "aria-controls"].flatMap(
      (attribute) => said(tag, attribute)?.split(" ") ?? [],
    ),
    ...(said(tag, "href")?.startsWith("#") ? [said(tag, "href")?.slice(1) ?? ""] : []),
  ]);
  return [
    ...twice.map((id) => `two elements #${id}`),
    ...named.filter((id) => !ids.includes(id)).map((id) => `nothing is #${id}`),
  ];
};

/** One h1, and no level left out. */
const headings = (tags: readonly Tag[]): readonly string[] => {
  const main = tags.slice(tags.findIndex(({ name }) => name === "main"));
  const levels = main
    .filter(({ name, isClose }) => !isClose && /^h[1-6]$/.test(name))
    .map(({ name }) => Number(name[1]));
  const firsts = levels.filter((level) => level === 1).length;
  const jumps = levels.filter((level, i) => level > (levels[i - 1] ?? level) + 1);
  return [
    ...(firsts === 1 ? [] : [`${firsts} h1`]),
    ...jumps.map((level) => `h${level} after a higher one`),
  ];
};

/** Fields without a label, and pages with two main things to do. */
const forms = (tags: readonly Tag[]): readonly string[] => {
  const labelled = new Set(tags.flatMap((tag) => said(tag, "for") ?? []));
  const fields = tags.filter(
    (tag) =>
      ["input", "select", "textarea"].includes(tag.name) &&
      !tag.isClose &&
      said(tag, "type") !== "hidden" &&
      !/\shidden(=|\s|$)/.test(tag.attributes),
  );
  const bare = fields.filter((field) => !labelled.has(said(field, "id") ?? ""));
  const main = tags.filter((tag) => /\bbtn--main\b/.test(said(tag, "class") ?? "")).length;
  return [
    ...bare.map((field) => `no label:${field.attributes}`),
    ...(main > 1 ? [`${main} main buttons`] : []),
  ];
};

/** Values that were not there. */
const holes = (html: string): readonly string[] =>
  html.match(/.{0,40}(?:\bundefined\b|\bNaN\b|\[object |\bnull\b|\{\w+\}).{0,20}/g) ?? [];

/** Whatever is wrong with one of our pages; empty when nothing is. */
export const faultsIn = (html: string): readonly string[] => {
  const tags = tagsIn(html);
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "";
  return [
    ...(html.startsWith("<!doctype html>") ? [] : ["no doctype"]),
    ...(title.trim() === "" ? ["no title"] : []),
    ...nesting(tags),
    ...references(tags),
    ...headings(tags),
    ...forms(tags),
    ...holes(html),
  ];
};

/** What stands in <main> for people to read. */
export const wordsIn = (html: string): string => {
  const main = /<main\b.*<\/main>/s.exec(html)?.[0] ?? html;
  return main
    .replace(/<(\w+)[^>]* lang="ja"[^>]*>.*?<\/\1>/gs, "")
    .replace(/<[^>]+>/g, "\n")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
};
