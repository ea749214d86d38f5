import nodemailer from "nodemailer";
import { closedDoors, compose, isMailbox } from "./compose.ts";
import type { Delivery, Failed, Transport } from "./types.ts";

const seconds = 1000;
/** What one attempt may take in all; the lease of a claimed mail must be longer. */
export const attemptSeconds = 240;

type SmtpError = {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
};

/**
 * Only a 5xx to the recipient or to the message itself is for good. A 5xx to the greeting, the
 * sign-in or the sender tells of our own set-up, which the operator will mend.
 */
export const failureOf = (error: unknown): Failed => {
  const { code = "unknown", command = "", responseCode } = error as SmtpError;
  const isAboutThisMail = command === "RCPT TO" || command === "DATA";
  return {
    sent: false,
    forGood: isAboutThisMail && responseCode !== undefined && responseCode >= 500,
    code: responseCode
      ? `smtp-${responseCode}`
      : code
          .toLowerCase()
          .replace(/[^a-z0-9-]+/g, "-")
          .slice(0, 64),
  };
};

/** @param url such as `smtps://user:password@host:465` */
export const smtpServer = (url: string): Transport => {
  const pool = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 5,
    // A connection that the server closed while it was idle is opened anew once; the rest is ours.
    maxRequeues: 1,
    connectionTimeout: 20 * seconds,
    greetingTimeout: 20 * seconds,
    socketTimeout: 60 * seconds,
    dnsTimeout: 10 * seconds,
    ...closedDoors,
  });
  return {
    send: async (message): Promise<Delivery> => {
      if (!isMailbox(message.to)) return { sent: false, forGood: true, code: "no-mailbox" };
      try {
        const signal = AbortSignal.timeout(attemptSeconds * seconds);
        await pool.sendMail({ ...compose(message), signal });
        return { sent: true };
      } catch (error) {
        return failureOf(error);
      }
    },
    close: () => pool.close(),
  };
};
