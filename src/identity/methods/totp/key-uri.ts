import { codeDigits, stepSeconds } from "./rules.ts";

type Entry = {
  /** The society's name: what the entry in the app is called. */
  readonly issuer: string;
  /** The user ID, as its owner wrote it. */
  readonly account: string;
  /** Base32, no padding. */
  readonly key: string;
};

/**
 * A colon parts the two also where it is encoded (FreeOTP decodes first), so that a name has none.
 * A space is %20: „+“ is shown as it is by Microsoft Authenticator.
 */
const encoded = (name: string): string =>
  encodeURIComponent(name.replaceAll(":", "-")).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * The Key URI that apps read, from the QR code or as a link. The issuer stands twice: older apps
 * know it from the label alone, newer ones want both to be the same.
 */
export const keyUri = ({ issuer, account, key }: Entry): string =>
  `otpauth://totp/${encoded(issuer)}:${encoded(account)}?secret=${key}&issuer=${encoded(issuer)}` +
  `&algorithm=SHA1&digits=${codeDigits}&period=${stepSeconds}`;

/** In groups of four, to be typed. */
export const groupsOf = (key: string): readonly string[] => key.match(/.{1,4}/g) ?? [];
