import type { About, Failed } from "./types.ts";

type SmtpError = {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly syscall?: string;
  readonly timeoutType?: string;
};

/** No connection that could take a mail came about. */
const isUnreachable = ({ code = "", syscall, timeoutType = "" }: SmtpError): boolean =>
  ["EDNS", "ETLS", "EAUTH"].includes(code) ||
  ["CONNECT_TIMEOUT", "GREETING_TIMEOUT"].includes(timeoutType) ||
  syscall === "connect";

const codeOf = ({ code = "unknown", responseCode }: SmtpError): string =>
  responseCode
    ? `smtp-${responseCode}`
    : code
        .toLowerCase()
        .replace(/[^a-z0-9-]+/g, "-")
        .slice(0, 64);

/**
 * RFC 3463 X.7.X is security or policy: our network is on somebody's list, or the relay does not
 * know us. It refuses this mail, but says nothing against the address.
 */
const isPolicy = (response = "") => /^\d{3}[ -]\d\.7\.\d/.test(response);

const aboutOf = (error: SmtpError, hasBegun: boolean): About => {
  const { command, responseCode, response } = error;
  // 421 (RFC 5321 §3.8): the service itself closes, whatever was being asked.
  if (responseCode === 421) return "server";
  if (command === "RCPT TO") return isPolicy(response) ? "message" : "recipient";
  if (command === "DATA") return "message";
  // A society's own domain that is not set up holds up no other society. 53X asks for a sign-in.
  if (command === "MAIL FROM" && Math.floor((responseCode ?? 530) / 10) !== 53) return "sender";
  // Greeting, TLS and sign-in are our own set-up, or the server's.
  if (responseCode || !hasBegun || isUnreachable(error)) return "server";
  return command === "API" ? "message" : "connection";
};

/**
 * Only a 5xx to the recipient or to the message itself is for good: the rest the operator, or time,
 * will mend.
 * @param hasBegun whether a signed-in connection had begun with this mail
 */
export const failureOf = (thrown: unknown, hasBegun: boolean): Failed => {
  const error = thrown as SmtpError;
  const about = aboutOf(error, hasBegun);
  const isOfThisMail = about === "recipient" || about === "message";
  return {
    sent: false,
    forGood: isOfThisMail && (error.responseCode ?? 0) >= 500,
    code: codeOf(error),
    about,
  };
};

/** No server was asked: the address cannot be one. */
export const noMailbox: Failed = {
  sent: false,
  forGood: true,
  code: "no-mailbox",
  about: "recipient",
};
