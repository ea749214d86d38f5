import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { buildAssets, type ScriptName, scriptNames } from "./assets/build.ts";

export type Asset = {
  readonly body: Uint8Array<ArrayBuffer>;
  /** The same, gzipped: for browsers that accept it. */
  readonly gzip: Uint8Array<ArrayBuffer>;
  readonly type: string;
};

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);
const asset = (text: string, type: string): Asset => ({
  body: new Uint8Array(Buffer.from(text)),
  gzip: new Uint8Array(gzipSync(text, { level: 9 })),
  type,
});
const css = "text/css; charset=utf-8";
const javascript = "text/javascript; charset=utf-8";

const built = await buildAssets();

/** Path of the one stylesheet. Its name changes with its content, so it may be cached for ever. */
export const stylesheetHref = `/assets/portal.${hashOf(built.style)}.css`;
/** Path of a client script. */
export const scriptHref = (name: ScriptName): string =>
  `/assets/${name}.${hashOf(built.scripts[name])}.js`;

const files: ReadonlyMap<string, Asset> = new Map([
  [stylesheetHref, asset(built.style, css)],
  ...scriptNames.map((name) => [scriptHref(name), asset(built.scripts[name], javascript)] as const),
]);

const brandRule = (colour: string) => `:root{--brand:${colour}}`;

/**
 * Path of the stylesheet that sets a society's colour (CSP forbids a style attribute). The colour
 * is in the name, so every process can serve what another one linked.
 * @param colour `#rrggbb` in lower case, already readable (see brand.ts)
 */
export const brandStylesheet = (colour: string): string =>
  `/assets/brand-${colour.slice(1)}.${hashOf(brandRule(colour))}.css`;

const brandAt = (path: string): Asset | undefined => {
  const colour = /^\/assets\/brand-([0-9a-f]{6})\.[0-9a-f]{12}\.css$/.exec(path)?.[1];
  if (colour === undefined || brandStylesheet(`#${colour}`) !== path) return undefined;
  return asset(brandRule(`#${colour}`), css);
};

export const assets = {
  /** What stands under `/assets/<name>.<hash>.<ext>`; immutable. */
  serve: (path: string): Asset | undefined => files.get(path) ?? brandAt(path),
};
