import type { Instant } from "../../kernel/time.ts";

/** A name and an addr-spec, never one text of both: such a text can hold a second recipient. */
export type Address = { readonly name: string; readonly address: string };

export type Message = {
  /** UUID: the left part of the Message-ID and the name of the file. */
  readonly id: string;
  /** The right part of the Message-ID, and what a DKIM signature answers for. */
  readonly domain: string;
  readonly from: Address;
  /** Envelope sender: where the world's servers report to when they cannot deliver. */
  readonly returnPath: string;
  readonly to: string;
  /** One plain mailbox, where answers go. */
  readonly replyTo?: string;
  /** When it was queued: every attempt carries the same date. */
  readonly date: Instant;
  /** BCP 47 */
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/**
 * What a failure tells of. `server`: nothing of this mail was judged, every other would fare the
 * same · `connection`: lost in the middle of this mail, which may have arrived · `policy`: the
 * relay's rules, perhaps for this mail, perhaps for all of ours · `sender`: the domain of one
 * society · `recipient`: this address · `message`: this mail.
 */
export type About = "server" | "connection" | "policy" | "sender" | "recipient" | "message";

/**
 * `forGood`: another attempt would be refused as well. `code`: `recipient-550` (what the server
 * said to the address), `smtp-554` (to anything else), or such as `etimedout`.
 */
export type Failed = {
  readonly sent: false;
  readonly forGood: boolean;
  readonly code: string;
  readonly about: About;
};
export type Delivery = { readonly sent: true } | Failed;

export type Transport = {
  /** Never throws for what a server or a disk answers. */
  readonly send: (message: Message) => Promise<Delivery>;
  readonly close: () => void;
};
