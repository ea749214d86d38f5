import type { Secrets } from "../crypto/types.ts";

/**
 * Against forged requests, twice: the Origin must be the entrance's configured one (never the
 * request's own URL, which a TLS proxy changes), and the form must carry a token bound to the
 * browser's cookie. Old iPhones send no Sec-Fetch-Site, some proxies strip Origin: the token stays.
 */
export const formTokenOf = (secrets: Secrets, browserToken: string): string =>
  secrets.mac("form-token", browserToken);

type Evidence = {
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly expectedOrigin: string;
  readonly formToken: string | undefined;
  readonly browserToken: string;
};

/** A page that was opened before the secret changed may still be sent (KENPO_SECRET_PREVIOUS). */
export const isForged = (secrets: Secrets, evidence: Evidence): boolean => {
  const { origin, fetchSite, expectedOrigin, formToken, browserToken } = evidence;
  if (origin !== undefined && origin !== expectedOrigin) return true;
  if (fetchSite !== undefined && fetchSite !== "same-origin" && fetchSite !== "none") return true;
  return !secrets.isMac("form-token", browserToken, formToken ?? "");
};
