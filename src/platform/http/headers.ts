import type { Context } from "hono";

/**
 * No inline script, style or handler anywhere; forms go only to this host; nobody frames us.
 * `form-action` also binds redirects, and all of ours stay on the host.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const always: readonly (readonly [string, string])[] = [
  ["X-Content-Type-Options", "nosniff"],
  ["X-Frame-Options", "DENY"],
  ["Referrer-Policy", "same-origin"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
  ["Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()"],
];

/** On every answer. A handler that set its own policy or caching (assets, the mailbox) keeps it. */
export const setSecurityHeaders = (c: Context, https: boolean): void => {
  const { headers } = c.res;
  for (const [name, value] of always) headers.set(name, value);
  if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", policy);
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  if (https) headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
};
