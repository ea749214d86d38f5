import { readFile } from "node:fs/promises";
import type { WebContext } from "../../platform/http/types.ts";
import { type Language, type Registry, type Society, sampleRegistry } from "../../society/index.ts";
import type { Sample } from "../../ui/gallery/types.ts";
import type { View } from "../../ui/index.ts";
import { home } from "./address.ts";
import { ContentsPage } from "./contents-page.tsx";
import { allGalleries, type Found, findSample } from "./features.ts";
import { FramesPage } from "./frames-page.tsx";
import { stylesheetPath } from "./parts.tsx";
import { settingFor, societiesFor } from "./setting.ts";

const ours = "script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'";
const policies = {
  /** The only pages with frames: of ourselves alone. */
  frames: `default-src 'none'; ${ours}; connect-src 'self'; form-action 'self'; frame-src 'self'; object-src 'self'; frame-ancestors 'none'`,
  /** A sample asks nothing and sends nothing: its buttons are there to be looked at. */
  page: `default-src 'none'; ${ours}; form-action 'none'; frame-ancestors 'self'`,
  /** Mails bring their own inline style and nothing else. */
  mail: "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
  letter: "default-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
};
const under = (policy: keyof typeof policies) => ({ "Content-Security-Policy": policies[policy] });

const langOf = (c: WebContext): Language => {
  const asked = c.req.query("lang");
  return asked === "ja" || asked === "en" ? asked : c.get("request").lang;
};
const sizeOf = (c: WebContext): View["size"] =>
  c.req.query("size") === "large" ? "large" : "standard";

/** The asked one of these, else the first. */
const societyIn = (c: WebContext, societies: readonly Society[]): Society | undefined =>
  societies.find(({ code }) => code === c.req.query("society")) ?? societies[0];

type Showing = {
  readonly c: WebContext;
  readonly registry: Registry;
  readonly sample: Sample;
  readonly society: Society;
};

const settingIn = ({ c, registry, sample, society }: Showing, lang: Language) =>
  settingFor(registry, {
    sample,
    society,
    asked: { lang, size: sizeOf(c), path: c.get("request").path },
  });

/** The page, the HTML part of the mail or the PDF, and nothing else. */
const bare = async (showing: Showing): Promise<Response> => {
  const { c, sample } = showing;
  const setting = settingIn(showing, langOf(c));
  if ("page" in sample) return c.html(sample.page(setting), 200, under("page"));
  if ("mail" in sample) return c.html(sample.mail(setting).content.html, 200, under("mail"));
  const bytes = new Uint8Array(await sample.pdf(setting));
  return c.body(bytes, 200, { "Content-Type": "application/pdf", ...under("letter") });
};

const frames = (showing: Showing, found: Found): Response | Promise<Response> => {
  const { c, registry, society } = showing;
  const { sample } = found;
  const page = (
    <FramesPage
      view={c.get("request").view(society)}
      found={found}
      societies={societiesFor(registry, sample)}
      society={society}
      size={sizeOf(c)}
      mailIn={"mail" in sample ? (lang) => sample.mail(settingIn(showing, lang)) : null}
    />
  );
  return c.html(page, 200, under("frames"));
};

const contents = async (c: WebContext, registry: Registry): Promise<Response | null> => {
  const society = societyIn(c, registry.all());
  if (!society) return null;
  const view = c.get("request").view();
  const page = (
    <ContentsPage
      view={view}
      galleries={await allGalleries(registry.all())}
      societies={registry.all()}
      society={society}
    />
  );
  return c.html(page, 200, under("frames"));
};

/** Everything under `/gallery`. @returns null where there is no such sample */
export const showGallery = async (c: WebContext, baseUrl: string): Promise<Response | null> => {
  const registry = sampleRegistry(baseUrl);
  if (c.req.path === home) return contents(c, registry);
  if (c.req.path === stylesheetPath)
    return c.body(await readFile(new URL("./look.css", import.meta.url)), 200, {
      "Content-Type": "text/css; charset=utf-8",
    });
  const [feature = "", sample = "", part] = c.req.path.slice(home.length + 1).split("/");
  const found = findSample(await allGalleries(registry.all()), { feature, sample });
  const society = found && societyIn(c, societiesFor(registry, found.sample));
  if (!found || !society) return null;
  const showing = { c, registry, sample: found.sample, society };
  if (part === "frames") return frames(showing, found);
  return part === undefined ? bare(showing) : null;
};
