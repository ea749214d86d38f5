import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** A mail as it arrived: envelope and parsed message. */
export type ReceivedMail = {
  readonly envelopeFrom: string;
  readonly envelopeTo: readonly string[];
  readonly message: Email;
  readonly raw: string;
};

export type TestSmtp = {
  /** For SMTP_URL. */
  readonly url: string;
  readonly mails: () => readonly ReceivedMail[];
  /** Waits for the mail number `n` (from 1) to this address. @throws after ten seconds */
  readonly mailTo: (address: string, n?: number) => Promise<ReceivedMail>;
  /** Answers the next mails with this SMTP code (451 try later, 550 never) instead of taking them. */
  readonly refuse: (count: number, code: number) => void;
  readonly close: () => Promise<void>;
};

type Waiting = { readonly check: () => boolean };

const textOf = async (stream: AsyncIterable<Buffer>): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
};

/** A real SMTP server on loopback that keeps what it is given. */
export const startSmtp = async (): Promise<TestSmtp> => {
  const received: ReceivedMail[] = [];
  const waiting = new Set<Waiting>();
  let refusal = { left: 0, code: 0 };

  const take = async (raw: string, from: string, to: readonly string[]) => {
    const message = await PostalMime.parse(raw);
    received.push({ envelopeFrom: from, envelopeTo: to, message, raw });
    for (const one of waiting) if (one.check()) waiting.delete(one);
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: (stream, { envelope }, answer) => {
      const from = envelope.mailFrom ? envelope.mailFrom.address : "";
      const to = envelope.rcptTo.map(({ address }) => address);
      textOf(stream).then((raw) => {
        if (refusal.left === 0) return take(raw, from, to).then(() => answer(null), answer);
        refusal = { ...refusal, left: refusal.left - 1 };
        answer(Object.assign(new Error("refused by the test"), { responseCode: refusal.code }));
        return undefined;
      }, answer);
    },
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.server.address() as AddressInfo;

  const find = (address: string, n: number) =>
    received.filter(({ envelopeTo }) => envelopeTo.includes(address))[n - 1];

  const mailTo = (address: string, n = 1): Promise<ReceivedMail> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`no mail ${n} to ${address}; ${received.length} came in all`)),
        10_000,
      );
      const check = () => {
        const mail = find(address, n);
        if (!mail) return false;
        clearTimeout(late);
        resolve(mail);
        return true;
      };
      if (!check()) waiting.add({ check });
    });

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails: () => received,
    mailTo,
    refuse: (count, code) => {
      refusal = { left: count, code };
    },
    close: () => new Promise((done) => server.close(done)),
  };
};
