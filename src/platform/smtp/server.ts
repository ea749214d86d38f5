import nodemailer from "nodemailer";
import { closedDoors, compose, isMailbox } from "./compose.ts";
import { type Dkim, signingOf } from "./dkim.ts";
import { failureOf, noMailbox } from "./failure.ts";
import { attemptSeconds, connections } from "./limits.ts";
import type { Delivery, Message, Transport } from "./types.ts";

const seconds = 1000;

/** The pool's options: the bench gives nodemailer alone the same. */
export const poolOptions = {
  pool: true,
  maxConnections: connections,
  // A connection that the server closed while it was idle is opened anew once; the rest is ours.
  maxRequeues: 1,
  connectionTimeout: 20 * seconds,
  greetingTimeout: 20 * seconds,
  socketTimeout: 60 * seconds,
  dnsTimeout: 10 * seconds,
  ...closedDoors,
} as const;

type Begun = { readonly data: { begin?: () => void }; readonly message: MimeMessage };
type MimeMessage = { createReadStream: (options?: object) => unknown };

/** Tells each mail when a connection that has been greeted and signed in turns to it. */
const tellBeginning = ({ data, message }: Begun, done: () => void) => {
  const read = message.createReadStream.bind(message);
  message.createReadStream = (options) => {
    data.begin?.();
    return read(options);
  };
  done();
};

const openPool = (url: string) => {
  const pool = nodemailer.createTransport({ url, ...poolOptions });
  pool.use("stream", (mail, done) => tellBeginning(mail as unknown as Begun, done));
  return pool;
};

/** @param url such as `smtps://user:password@host:465` */
export const smtpServer = (url: string, dkim: Dkim | null = null): Transport => {
  const pool = openPool(url);
  const send = async (message: Message): Promise<Delivery> => {
    let hasBegun = false;
    const begin = () => {
      hasBegun = true;
    };
    const signing = dkim ? { dkim: signingOf(dkim, message.domain) } : {};
    // Not AbortSignal.timeout: 10,000 of those would stay for minutes after their mails.
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), attemptSeconds * seconds);
    const { signal } = abort;
    try {
      await pool.sendMail({ ...compose(message), ...signing, signal, begin } as object);
      return { sent: true };
    } catch (error) {
      return failureOf(error, hasBegun);
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    send: async (message) => (isMailbox(message.to) ? send(message) : noMailbox),
    close: () => pool.close(),
  };
};
