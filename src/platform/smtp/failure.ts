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

const codeOf = ({ code = "unknown", responseCode }: SmtpError, about: About): string =>
  responseCode
    ? `${about === "recipient" ? "recipient" : "smtp"}-${responseCode}`
    : code
        .toLowerCase()
        .replace(/[^a-z0-9-]+/g, "-")
        .slice(0, 64);

/**
 * Security or policy (RFC 3463 X.7.X), such as `554 5.7.1 Relay access denied`: our network is on
 * somebody's list, or the relay does not know us any more. 53X asks for a sign-in, and a bare 554 is
 * no reply about a mailbox (RFC 5321 §4.3.2). Not 4.7.X: a grey list asks each mail to wait.
 */
const isPolicy = ({ command, responseCode = 0, response = "" }: SmtpError): boolean =>
  /^\d{3}[ -]5\.7\.\d/.test(response) ||
  Math.floor(responseCode / 10) === 53 ||
  (command === "RCPT TO" && responseCode === 554 && !/^\d{3}[ -]\d\.\d/.test(response));

const ofMail = ["MAIL FROM", "RCPT TO", "DATA"];

/** The connection broke, or the server closed it, while it was at this mail. */
const isWithMail = ({ code, command = "" }: SmtpError, hasBegun: boolean): boolean =>
  ofMail.includes(command) || (hasBegun && code === "ECONNECTION");

const aboutOf = (error: SmtpError, hasBegun: boolean): About => {
  const { command, responseCode } = error;
  // 421 (RFC 5321 §3.8): the service closes, whatever was being asked. Some throttle a single
  // address with it: a mail that meets it each time must not hold up the others.
  if (responseCode === 421) return isWithMail(error, hasBegun) ? "connection" : "server";
  if (command === "RCPT TO") return isPolicy(error) ? "policy" : "recipient";
  if (command === "DATA") return isPolicy(error) ? "policy" : "message";
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
    code: codeOf(error, about),
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
