import type { MailId, SocietyId } from "../kernel/ids.ts";
import type { Secrets } from "../platform/crypto/types.ts";

export type Part = "recipient" | "body";
export type Place = { readonly society: SocietyId; readonly mail: MailId; readonly part: Part };

/** Bound to its row and column: a body put into another mail's row does not open. */
const about = ({ society, mail, part }: Place) => `mail/${society}/${mail}/${part}`;

export const sealPart = (secrets: Secrets, place: Place, plain: string): string =>
  secrets.seal("mail-body", about(place), plain);

/** @throws when the key is unknown or the text was altered or moved */
export const openPart = (secrets: Secrets, place: Place, sealed: string): string =>
  secrets.open("mail-body", about(place), sealed);
