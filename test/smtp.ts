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

type Place = "greeting" | "sender" | "recipient" | "message";
type Drop = "drop-at-greeting" | "drop-at-recipient" | "drop-in-message" | "drop-after-message";

/**
 * Where the server refuses, and with which reply (451 try later, 550 never), or where it hangs up:
 * `drop-after-message` keeps the mail, and the sender never hears of it.
 */
export type Mood =
  | { readonly at: "never" | Drop }
  | {
      readonly at: Place;
      readonly code: number;
      readonly text?: string;
      /** Only this recipient; everybody unless given. */
      readonly to?: string;
    };

export type TestSmtp = {
  /** For SMTP_URL. */
  readonly url: string;
  /** Also those whose sender never heard that they arrived. */
  readonly received: readonly ReceivedMail[];
  /** The most connections there were at a time. */
  readonly mostConnections: () => number;
  /** Connections taken so far. */
  readonly taken: () => number;
  readonly becomes: (mood: Mood) => void;
  /** Answers no message until the returned function is called. */
  readonly stall: () => () => void;
  /** Waits for the mail number `n` (from 1) to this address. @throws after ten seconds */
  readonly mailTo: (address: string, n?: number) => Promise<ReceivedMail>;
  /** Closes every connection, as after a long silence; resolves when the other side knows. */
  readonly hangUp: () => Promise<void>;
  readonly close: () => Promise<void>;
  /** Listens again on the same port. */
  readonly open: () => Promise<void>;
};

/** The user is always `kenpo`. */
type Options = { readonly password?: string };

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

/** Every open socket, and how many there were. */
const switchboard = () => {
  const sockets = new Set<Socket>();
  let most = 0;
  let taken = 0;
  return {
    add: (socket: Socket) => {
      sockets.add(socket);
      taken += 1;
      most = Math.max(most, sockets.size);
      socket.on("close", () => sockets.delete(socket));
    },
    mostConnections: () => most,
    taken: () => taken,
    hangUp: async () => {
      const closed = [...sockets].map(
        (socket) => new Promise<void>((done) => void socket.once("close", () => done())),
      );
      for (const socket of sockets) socket.destroy();
      await Promise.all(closed);
    },
  };
};

/** What the test wants of the server now. */
const temper = () => {
  let mood: Mood = { at: "never" };
  let stalled: Promise<void> = Promise.resolve();
  return {
    is: (drop: Drop) => mood.at === drop,
    becomes: (next: Mood) => {
      mood = next;
    },
    refusalAt: (at: Place, to = "") => {
      const isMeant = mood.at === at && "code" in mood && (mood.to ?? to) === to;
      if (!isMeant) return null;
      const { code, text = "refused by the test" } = mood as Extract<Mood, { code: number }>;
      return Object.assign(new Error(text), { responseCode: code });
    },
    stall: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      stalled = promise;
      return resolve;
    },
    patience: () => stalled,
  };
};

const serve = (
  { refusalAt, is, patience }: ReturnType<typeof temper>,
  { keep, hangUp, password }: Options & { keep: (mail: ReceivedMail) => void; hangUp: () => void },
) =>
  new SMTPServer({
    authOptional: true,
    disabledCommands: password === undefined ? ["AUTH", "STARTTLS"] : ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: (given, _session, answer) =>
      given.password === password
        ? answer(null, { user: "kenpo" })
        : answer(Object.assign(new Error("no such user"), { responseCode: 535 })),
    onConnect: (_session, answer) => {
      if (is("drop-at-greeting")) return hangUp();
      return answer(refusalAt("greeting"));
    },
    onMailFrom: (_address, _session, answer) => answer(refusalAt("sender")),
    onRcptTo: ({ address }, _session, answer) => {
      if (is("drop-at-recipient")) return hangUp();
      return answer(refusalAt("recipient", address));
    },
    onData: (stream, { envelope }, answer) => {
      const take = async () => {
        if (is("drop-in-message")) return hangUp();
        const raw = await textOf(stream);
        await patience();
        const to = envelope.rcptTo.map(({ address }) => address);
        const refusal = refusalAt("message", to[0]);
        if (refusal) return answer(refusal);
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        keep({ envelope: { from, to }, mail: await PostalMime.parse(raw), raw });
        return is("drop-after-message") ? hangUp() : answer();
      };
      take().catch(answer);
    },
  });

/** A real SMTP server on loopback that keeps what it is given; closed after the test. */
export const testSmtp = async (
  t: Pick<TestContext, "after">,
  { password }: Options = {},
): Promise<TestSmtp> => {
  const { received, keep, mailTo } = mailbox();
  const { add, hangUp, mostConnections, taken } = switchboard();
  const { becomes, stall, ...own } = temper();
  const make = () => {
    const server = serve(
      { ...own, becomes, stall },
      { keep, hangUp: () => void hangUp(), ...(password === undefined ? {} : { password }) },
    );
    server.server.on("connection", add);
    return server;
  };
  let server = make();
  let port = 0;
  const open = () =>
    new Promise<void>((done) =>
      server.listen(port, "127.0.0.1", () => {
        port = (server.server.address() as AddressInfo).port;
        done();
      }),
    );
  const close = async () => {
    const closed = new Promise<void>((done) => server.close(done));
    // A pooled sender keeps its connection: without this the server waits 30 s for it.
    await hangUp();
    await closed;
    server = make();
  };
  await open();
  t.after(close);
  return {
    url: `smtp://127.0.0.1:${port}`,
    ...{ received, mailTo, mostConnections, taken, becomes, stall, hangUp, close, open },
  };
};
