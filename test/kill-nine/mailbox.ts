import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import PostalMime from "postal-mime";

type Received = { readonly id: string; readonly to: string; readonly text: string };

/** The mails of a portal without SMTP, as their owners read them. */
export type Mailbox = {
  /** The text of the newest mail; null when none came for some seconds. */
  readonly awaitNewest: (address: string) => Promise<string | null>;
  /** Only after a minute since it was missed: asked too soon, the portal says no. */
  readonly mayAskAgain: (address: string) => boolean;
  readonly askedAgain: (address: string) => void;
  readonly timesAsked: (address: string) => number;
  /** By their files. */
  readonly ids: () => readonly string[];
};

/** A mail that did not come yet: its owner goes on later. */
export const MailIsLate = (address: string): Error =>
  Object.assign(new Error(`no mail to ${address}`), { name: "MailIsLate" });

export const isLate = (error: unknown): boolean =>
  error instanceof Error && error.name === "MailIsLate";

const suffix = ".eml";
const looks = 80;
const lookMs = 50;
const askAgainAfterMs = 61_000;

export const mailboxIn = (folder: string): Mailbox => {
  const read = new Map<string, Received>();
  const missedAt = new Map<string, number>();
  const asked: string[] = [];
  const ids = () =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.endsWith(suffix) && !name.startsWith("."))
          .map((name) => name.slice(0, -suffix.length))
      : [];
  const look = async () => {
    for (const id of ids().filter((one) => !read.has(one))) {
      const { to, text } = await PostalMime.parse(readFileSync(join(folder, `${id}${suffix}`)));
      read.set(id, { id, to: to?.[0]?.address ?? "", text: text ?? "" });
    }
  };
  // IDs rise with time.
  const newest = (address: string) =>
    [...read.values()].filter(({ to }) => to === address).sort((a, b) => (a.id < b.id ? 1 : -1))[0];
  return {
    ids,
    awaitNewest: async (address) => {
      for (let i = 0; i < looks; i += 1) {
        await look();
        const found = newest(address);
        if (found) return found.text;
        await pause(lookMs);
      }
      if (!missedAt.has(address)) missedAt.set(address, performance.now());
      return null;
    },
    mayAskAgain: (address) =>
      performance.now() - (missedAt.get(address) ?? Number.POSITIVE_INFINITY) > askAgainAfterMs,
    askedAgain: (address) => {
      missedAt.set(address, performance.now());
      asked.push(address);
    },
    timesAsked: (address) => asked.filter((one) => one === address).length,
  };
};
