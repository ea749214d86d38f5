/**
 * A society's code: the label before the base host of an own entrance, so a host name's rules.
 * No two hyphens in a row: `xn--…` would be another alphabet.
 */
export const societyCode = /^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,30}$/;

const reserved: ReadonlySet<string> = new Set([
  ...["staff", "admin", "login", "sign-in", "auth", "sso", "account", "accounts", "entrance"],
  ...["www", "web", "app", "api", "cdn", "static", "assets", "files", "dev", "test", "gallery"],
  ...["mail", "smtp", "imap", "pop", "mx", "webmail", "autoconfig", "autodiscover", "mta-sts"],
  ...["ns", "dns", "ftp", "vpn", "ops", "status", "metrics", "healthz", "readyz", "localhost"],
  ...["help", "support", "docs", "info", "webmaster", "postmaster", "no-reply", "security"],
]);

/** Labels that belong to the installation, or that members could take for it. */
export const isReservedCode = (code: string): boolean => reserved.has(code);
