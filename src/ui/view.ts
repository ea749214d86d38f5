import type { Language } from "../society/types.ts";

export type TextSize = "standard" | "large";

/** What every page needs to know of its request and of nothing else. Made by platform/http. */
export type View = {
  readonly lang: Language;
  readonly size: TextSize;
  /** Path and query of this page: where the language and size switches lead back to. */
  readonly path: string;
  /** Hidden in every form. */
  readonly formToken: string;
  /** 「お問い合わせ番号」 */
  readonly requestId: string;
  /** What was typed here before the session ended is shown again: a `Form keeps` says so. */
  readonly isKept?: boolean;
  readonly frame: Frame;
};

/** Whose page it is: an entrance before proof, a society after. */
export type Frame = {
  readonly name: string;
  readonly mark: string;
  /** The hashed stylesheet that sets --brand. */
  readonly brandHref: string;
  /** Null on a shared entrance before proof: then /contact lists the societies. */
  readonly contact: {
    readonly tel: string;
    readonly hours: string;
    readonly email: string | null;
    readonly formUrl: string | null;
  } | null;
  /** Signed in: shown in the header with the menu. */
  readonly member: { readonly name: string; readonly leaves?: Leaves } | null;
};

/** When the session ends by itself, if nothing is done. */
export type Leaves = {
  readonly seconds: number;
  /** Clock time in Tokyo, as people say it. */
  readonly at: string;
  /** For the gallery: as the script shows it. */
  readonly shown?: "soon" | "last" | "over";
};

/** Messages by the name of the field, in the page's language. */
export type FieldErrors = Readonly<Record<string, string>>;
