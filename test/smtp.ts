import type { AddressInfo, Socket } from "node:net";
import type { TestContext } from "node:test";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** A mail as it arrived: envelope, parsed message, and every octet. */
export type ReceivedMail = {
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly mail: Email;
  readonly raw: string;
};

/** Where the server refuses, and with which reply (451 try later, 550 never). */
export type Mood =
  | { readonly at: "never" | "drop-after-message" }
  | { readonly at: "greeting" | "sender" | "recipient" | "message"; readonly code: number };

export type TestSmtp = {
  /** For SMTP_URL. */
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  readonly becomes: (mood: Mood) => void;
  /** Waits for the mail number `n` (from 1) to this address. @throws after ten seconds */
  readonly mailTo: (address: string, n?: number) => Promise<ReceivedMail>;
};

const textOf = async (stream: AsyncIterable<Buffer>): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
};

/** Mails as they come, and who waits for one. */
const mailbox = () => {
  const received: ReceivedMail[] = [];
  const waiting = new Set<() => boolean>();
  const keep = (mail: ReceivedMail) => {
    received.push(mail);
    for (const isServed of waiting) if (isServed()) waiting.delete(isServed);
  };
  const mailTo: TestSmtp["mailTo"] = (address, n = 1) =>
    new Promise((resolve, reject) => {
      const tooLate = () =>
        reject(new Error(`no mail ${n} to ${address}; ${received.length} came in all`));
      const limit = setTimeout(tooLate, 10_000);
      const isServed = () => {
        const mail = received.filter(({ envelope }) => envelope.to.includes(address))[n - 1];
        if (!mail) return false;
        clearTimeout(limit);
        resolve(mail);
        return true;
      };
      if (!isServed()) waiting.add(isServed);
    });
  return { received, keep, mailTo };
};

/** A real SMTP server on loopback that keeps what it is given; closed after the test. */
export const testSmtp = async (t: Pick<TestContext, "after">): Promise<TestSmtp> => {
  const { received, keep, mailTo } = mailbox();
  const sockets = new Set<Socket>();
  let mood: Mood = { at: "never" };
  const refusalAt = (at: Mood["at"]) =>
    mood.at === at && "code" in mood
      ? Object.assign(new Error("refused by the test"), { responseCode: mood.code })
      : null;

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onConnect: (_session, answer) => answer(refusalAt("greeting")),
    onMailFrom: (_address, _session, answer) => answer(refusalAt("sender")),
    onRcptTo: (_address, _session, answer) => answer(refusalAt("recipient")),
    onData: (stream, { envelope }, answer) => {
      const take = async () => {
        const raw = await textOf(stream);
        const refusal = refusalAt("message");
        if (refusal) return answer(refusal);
        if (mood.at === "drop-after-message")
          return sockets.forEach((socket) => void socket.destroy());
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        const to = envelope.rcptTo.map(({ address }) => address);
        keep({ envelope: { from, to }, mail: await PostalMime.parse(raw), raw });
        return answer();
      };
      take().catch(answer);
    },
  });
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  t.after(() => {
    // A pooled sender keeps its connection: without this the server waits 30 s for it.
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((done) => server.close(done));
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    becomes: (next) => {
      mood = next;
    },
    mailTo,
  };
};
