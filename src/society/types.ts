import type { EntranceId, SocietyId } from "../kernel/ids.ts";
import type { PlainDate } from "../kernel/time.ts";
import type { Ending } from "./ending/types.ts";
import type { Policy } from "./policy/policy.ts";
import type { PlannedWindow } from "./windows/types.ts";

export type Language = "ja" | "en";
/** The same words in both languages. */
export type InBoth = Readonly<Record<Language, string>>;

/** A society (健康保険組合) as its newest document says. */
export type Society = {
  readonly id: SocietyId;
  readonly code: string;
  readonly version: number;
  readonly entranceId: EntranceId;
  readonly name: InBoth;
  /** 保険者番号: 8 digits, the last one a check digit */
  readonly insurerNumber: string;
  readonly contact: Contact;
  /** What stands after the @ of its senders; null: the installation's. */
  readonly mailDomain: string | null;
  readonly brand: Brand;
  /** Service tiles shown, in order. */
  readonly services: readonly ServiceName[];
  readonly policy: Policy;
  readonly texts: Texts;
};

/** What a society says in its own words; the common words are in `guidance`. */
export type Texts = {
  /** In place of the common terms of use. */
  readonly terms: OwnTerms | null;
  /** Paragraphs after the common notes. */
  readonly notes: readonly InBoth[];
  /** After the common questions of the same category. */
  readonly faq: readonly OwnQuestion[];
  /** A paragraph on the page that completes the first sign-in. */
  readonly completion: InBoth | null;
};

/** 利用規約: one article with its heading and paragraphs. */
export type Article = { readonly title: string; readonly paragraphs: readonly string[] };

/** A society's own terms; a higher version asks every member for consent again. */
export type OwnTerms = {
  readonly version: number;
  readonly effectiveOn: PlainDate;
  readonly articles: Readonly<Record<Language, readonly Article[]>>;
};

export type OwnQuestion = {
  readonly category: FaqCategory;
  readonly question: InBoth;
  readonly answer: InBoth;
};

export type FaqCategory =
  | "first-sign-in"
  | "sign-in"
  | "second-factor"
  | "mail"
  | "account"
  | "services"
  | "devices";

export type Contact = {
  readonly tel: string;
  readonly hours: InBoth;
  readonly email: string | null;
  readonly formUrl: string | null;
  /** Of the society's office: the sender on letters. */
  readonly postalAddress?: PostalAddress | undefined;
};

export type PostalAddress = {
  /** `000-0000` */
  readonly postalCode: string;
  readonly address: string;
};

export type Brand = {
  /** `#rrggbb`, at least 5.5:1 on white (darkened where the document's was paler). */
  readonly colour: string;
  /** Shown white on the brand square: the first character of the name unless given. */
  readonly mark: string;
};

/** A host where members sign in. */
export type Entrance = {
  readonly id: EntranceId;
  /** Host name with port where it is not the scheme's own, lower case. */
  readonly host: string;
  /** `https://…` without a slash at the end; what Origin is compared with. */
  readonly origin: string;
  /** WebAuthn's RP ID: the host without port, of the time of its first passkey. */
  readonly rpId: string;
  readonly kind: "own" | "shared";
  /** Shown where the society is not known yet. */
  readonly name: InBoth;
  /** Its only society's, or the shared entrance's own. */
  readonly brand: Brand;
  readonly societies: readonly SocietyId[];
  /** The contract of its only society ended: nothing else is shown here. */
  readonly hasEnded: boolean;
};

export type ServiceName =
  | "medical-costs"
  | "eligibility-notice"
  | "eligibility-certificate"
  | "prescriptions"
  | "checkups"
  | "applications"
  | "checkup-booking"
  | "dependent-review"
  | "travel";

/** Entrances and societies in memory, as of the last `refresh`. */
export type Registry = {
  readonly entranceAt: (host: string) => Entrance | undefined;
  /**
   * Entrances whose passkeys were made for this host name (no port, lower case), and whose address is
   * another one today.
   */
  readonly movedFrom: (hostName: string) => readonly Entrance[];
  readonly entrance: (id: EntranceId) => Entrance | undefined;
  readonly society: (id: SocietyId) => Society | undefined;
  readonly byCode: (code: string) => Society | undefined;
  readonly all: () => readonly Society[];
  /** Closed, with all that is theirs: none of the above knows them. */
  readonly closed: () => readonly Society[];
  /** All whose contract ended, the erased ones too. */
  readonly endings: () => readonly Ending[];
  /** メンテナンス by hand, the soonest first; those long over as well. */
  readonly windows: () => readonly PlannedWindow[];
  /** Reads anew what changed since; cheap when nothing did (one round trip). */
  readonly refresh: () => Promise<void>;
};
