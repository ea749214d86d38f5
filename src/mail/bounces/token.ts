import { bytesOfUuid, type MailId, type SocietyId, uuidOfBytes } from "../../kernel/ids.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import { fromBase32, toBase32 } from "./base32.ts";

/** Which mail a report of non-delivery is about. */
export type Bounced = { readonly society: SocietyId; readonly mail: MailId };

// Two UUIDs and 48 bits of a MAC: 38 bytes, 61 characters, and `b-` before them. A local part has
// at most 64 (RFC 5321 §4.5.3.1.1), and mail systems on the way may lower its case.
const uuidBytes = 16;
const macBytes = 6;
const tokenBytes = 2 * uuidBytes + macBytes;
const macCharacters = 8;

const signed = ({ society, mail }: Bounced) => `bounce/${society}/${mail}`;

/**
 * VERP: the envelope sender of one mail. What comes back to it tells which mail, whatever the
 * report's text says; nobody else can make up another's.
 */
export const bounceAddress = (
  secrets: Secrets,
  { domain, ...bounced }: Bounced & { readonly domain: string },
): string => {
  const mac = Buffer.from(
    secrets.mac("bounce", signed(bounced)).slice(0, macCharacters),
    "base64url",
  );
  const token = Buffer.concat([bytesOfUuid(bounced.society), bytesOfUuid(bounced.mail), mac]);
  return `b-${toBase32(token)}@${domain}`;
};

const openToken = (secrets: Secrets, text: string): Bounced | undefined => {
  const bytes = fromBase32(text);
  if (bytes?.length !== tokenBytes) return undefined;
  const bounced = {
    society: uuidOfBytes(bytes.subarray(0, uuidBytes)) as SocietyId,
    mail: uuidOfBytes(bytes.subarray(uuidBytes, 2 * uuidBytes)) as MailId,
  };
  const mac = bytes.subarray(2 * uuidBytes).toString("base64url");
  return secrets.isMacStart("bounce", signed(bounced), mac) ? bounced : undefined;
};

const address = /\bb-([a-z2-7]{61})@/gi;

/** The first address of ours in a text, such as a header. Undefined: none, or a forged one. */
export const findBounced = (secrets: Secrets, text: string): Bounced | undefined => {
  for (const [, token = ""] of text.matchAll(address)) {
    const bounced = openToken(secrets, token);
    if (bounced) return bounced;
  }
  return undefined;
};
