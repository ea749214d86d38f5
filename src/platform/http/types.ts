import type { Context, Hono } from "hono";
import type { AccountId, MemberId, SessionId, SocietyId } from "../../kernel/ids.ts";
import type { Instant, PlainDate } from "../../kernel/time.ts";
import type { Entrance, Language, Society } from "../../society/types.ts";
import type { TextSize, View } from "../../ui/view.ts";

/** 認証 by what (as RFC 8176 names such things): one proof each. */
export type Amr = "password" | "otp" | "mail" | "passkey" | "recovery";

/** A signed-in member's session, as one look-up reads it. */
export type Session = {
  readonly id: SessionId;
  readonly societyId: SocietyId;
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  /** 氏名 as the society sent it */
  readonly memberName: string;
  readonly lastSignedInAt: Instant | null;
  readonly startedAt: Instant;
  /** Of its owner's last sign of life, this one or one less than a minute ago. */
  readonly seenAt: Instant;
  /** Whatever is done until then. */
  readonly endsAt: Instant;
  /** It ends when nothing is done for so long. */
  readonly idleSeconds: number;
  /** An address is on file and nobody has pressed the button of its mail yet. */
  readonly addressUnconfirmed: boolean;
  /** By what its owner was known. */
  readonly amr: readonly Amr[];
  /** When that was last shown: at the sign-in, or asked for again since. */
  readonly provedAt: Instant;
  /** The active 認証方法; null: no second factor is enrolled. */
  readonly factorMethod: string | null;
  /** A mail to the address came back. */
  readonly addressFailed: boolean;
  /** A second, personal address is proved. */
  readonly hasSecondAddress: boolean;
  readonly passwordChangedAt: Instant;
  /** Of mails. */
  readonly language: Language;
  /** As chosen in the profile, for a browser that has chosen none. */
  readonly textSize: TextSize | null;
  /** Of the 利用規約 agreed to last. */
  readonly termsVersion: string | null;
  /** 資格喪失日; null: covered without an end. */
  readonly lostOn: PlainDate | null;
};

/** The browser that asks: a random cookie, which binds form tokens and its own lock counter. */
export type Browser = {
  readonly token: string;
  /** Under https, or where the browser keeps `__Host-` cookies. */
  readonly secure: boolean;
};

/** What is known of one request. Made once, before any feature sees it. */
export type RequestContext = {
  /** 「お問い合わせ番号」: in the log, the audit facts and on error pages. */
  readonly id: string;
  readonly now: Instant;
  /** Address of the peer, or what a trusted proxy says. */
  readonly source: string;
  /** As the browser says; never kept. */
  readonly userAgent: string;
  readonly entrance: Entrance;
  /** The entrance's only society, or the session's; null on a shared entrance before proof. */
  readonly society: Society | null;
  readonly session: Session | null;
  readonly browser: Browser;
  readonly lang: Language;
  readonly size: TextSize;
  /** Path and query. */
  readonly path: string;
  /** Fields of a POST; empty for GET. Of a repeated field the last counts. */
  readonly form: Readonly<Record<string, string>>;
  /** What this member typed on this page when the session had just ended. */
  readonly kept?: Readonly<Record<string, string>>;
  /** For a page of this request. Inside a proofed flow the society may be given. */
  readonly view: (society?: Society) => View;
};

export type WebEnvironment = { Variables: { request: RequestContext } };
export type Web = Hono<WebEnvironment>;
export type WebContext = Context<WebEnvironment>;
