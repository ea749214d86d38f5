import { sampleSession } from "../../identity/sessions/index.ts";
import type { RequestContext } from "../../platform/http/types.ts";
import type { Language, Registry, Society } from "../../society/index.ts";
import { sampleNow } from "../../ui/gallery/states.ts";
import type { Sample, Setting } from "../../ui/gallery/types.ts";
import type { TextSize } from "../../ui/index.ts";
import { viewOf } from "../frame.ts";

/** How a sample is to be shown. */
export type Asked = {
  readonly lang: Language;
  readonly size: TextSize;
  /** Path and query of the page that shows it. */
  readonly path: string;
};

/** Societies in which a sample can be met. */
export const societiesFor = (registry: Registry, { fits = () => true }: Sample) =>
  registry.all().filter(fits);

/** What a route has in hand: at the society's entrance, of a stranger or of a member. */
export const settingFor = (
  registry: Registry,
  { sample, society, asked }: { sample: Sample; society: Society; asked: Asked },
): Setting => {
  const entrance = registry.entrance(society.entranceId);
  if (!entrance) throw new Error("a society without an entrance");
  const isMember = "page" in sample && sample.isMember === true;
  const known: Omit<RequestContext, "view"> = {
    id: "7K2P-9DQX",
    now: sampleNow,
    source: "203.0.113.7",
    userAgent: "",
    entrance,
    society: isMember || entrance.kind === "own" ? society : null,
    session: isMember ? sampleSession(society) : null,
    browser: { token: "gallery", secure: true },
    form: {},
    ...asked,
  };
  const view: RequestContext["view"] = (own) => viewOf(known, "gallery", own ?? known.society);
  return {
    request: { ...known, view },
    society,
    societies: entrance.societies.flatMap((id) => registry.society(id) ?? []),
  };
};
