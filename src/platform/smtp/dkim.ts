import { createPrivateKey, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Config } from "../config.ts";
import { StartRefusal } from "../start-refusal.ts";

/** DomainKeys Identified Mail (RFC 6376): which key signs, and its name in the DNS. */
export type Dkim = { readonly selector: string; readonly key: KeyObject };

// RFC 8301 §3.2: verifiers do not take shorter ones.
const leastBits = 1024;

const refuse = (line: string) => new StartRefusal("dkim-key", `KENPO_DKIM_KEY_FILE: ${line}`);

const read = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw refuse(`the file cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
};

const keyIn = (pem: string): KeyObject => {
  try {
    return createPrivateKey(pem);
  } catch {
    throw refuse("holds no private key in PEM without a passphrase");
  }
};

/** @throws StartRefusal when the file is no RSA key: a mail would leave unsigned */
export const openDkim = ({ dkim }: Pick<Config, "dkim">): Dkim | null => {
  if (!dkim) return null;
  const key = keyIn(read(dkim.keyFile));
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== "rsa" || bits < leastBits)
    throw refuse("must hold an RSA key of 1024 bits or more (openssl genrsa 2048)");
  return { selector: dkim.selector, key };
};

// Each of these is in every mail of ours. Received, Return-Path and the like change on the way.
const signed = [
  ...["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"],
  ...["Content-Language", "Auto-Submitted"],
].join(":");

/** What nodemailer is told for one mail; d= is the domain of its From. */
export const signingOf = ({ selector, key }: Dkim, domain: string) => ({
  domainName: domain,
  keySelector: selector,
  // It goes to crypto.sign as it is, and parsed once is half the price of a signature.
  privateKey: key as unknown as string,
  headerFieldNames: signed,
});
