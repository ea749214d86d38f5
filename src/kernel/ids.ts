import { randomBytes } from "node:crypto";

declare const brand: unique symbol;
/** A UUIDv7 as text, of one kind of thing: ids of different kinds do not mix. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type SocietyId = Id<"society">;
export type EntranceId = Id<"entrance">;
export type MemberId = Id<"member">;
export type AccountId = Id<"account">;
export type CredentialId = Id<"credential">;
export type SessionId = Id<"session">;
export type FlowId = Id<"flow">;
export type MailId = Id<"mail">;

const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** @throws RangeError when the text is no lower-case UUID: a bug, never a person's mistake. */
export const asId = <Kind extends string>(text: string): Id<Kind> => {
  if (!isUuid.test(text)) throw new RangeError("not a UUID");
  return text as Id<Kind>;
};

/**
 * A new UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then 74 random bits.
 * @param atMs milliseconds since the epoch, from the injected clock
 */
export const newId = <Kind extends string>(atMs: number): Id<Kind> => {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(atMs, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Kind>;
};
