import type { JSX } from "hono/jsx/jsx-runtime";
import type { Mail } from "../../mail/types.ts";
import type { RequestContext } from "../../platform/http/types.ts";
import type { InBoth, Society } from "../../society/types.ts";

/** What a sample is made with: the same that a route or the runner has, of a fictional visitor. */
export type Setting = {
  /** `view()` as before the society is known, `view(society)` as after. */
  readonly request: RequestContext;
  readonly society: Society;
  /** All that sign in at the entrance. */
  readonly societies: readonly Society[];
};

type About = {
  /** Last part of its address: unique in its feature. */
  readonly name: string;
  /** Which page, mail or letter it is. */
  readonly title: InBoth;
  readonly state: InBoth;
  /** Societies in which it can be met; without it, all. */
  readonly fits?: (society: Society) => boolean;
};

export type PageSample = About & {
  readonly page: (setting: Setting) => JSX.Element;
  /** Routes by their patterns, such as `GET /check-address/:token`, that answer so. */
  readonly routes: readonly string[];
  /** Shown to who is signed in. */
  readonly isMember?: boolean;
  /** For the people who build the portal: in one language only. */
  readonly isInternal?: boolean;
};
export type MailSample = About & { readonly mail: (setting: Setting) => Mail };
export type LetterSample = About & { readonly pdf: (setting: Setting) => Promise<Uint8Array> };
export type Sample = PageSample | MailSample | LetterSample;

/** A feature's own list: everything that it shows or sends, in every state. */
export type FeatureGallery = {
  /** First part of its samples' addresses. */
  readonly name: string;
  readonly title: InBoth;
  readonly samples: readonly Sample[];
  /** Routes that show no page of their own, and what they do instead. */
  readonly pageless?: Readonly<Record<string, string>>;
};
