import { randomBytes } from "node:crypto";
import { mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import nodemailer from "nodemailer";
import { closedDoors, compose, isMailbox } from "./compose.ts";
import { noMailbox } from "./failure.ts";
import type { Delivery, Message, Transport } from "./types.ts";

const settle = async (path: string, write?: Buffer) => {
  const handle = await open(path, write ? "wx" : "r", 0o600);
  try {
    if (write) await handle.writeFile(write);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Whole under another name first: who reads the folder never sees half a mail. */
const keep = async (folder: string, id: string, bytes: Buffer) => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${id}-${randomBytes(4).toString("hex")}`);
  await settle(draft, bytes);
  await rename(draft, join(folder, `${id}.eml`));
  await settle(folder);
};

/** The envelope's sender stands where a mailbox shows it (RFC 5321 §4.4). */
const asDelivered = ({ returnPath }: Message, bytes: Buffer) =>
  Buffer.concat([Buffer.from(`Return-Path: <${returnPath}>\r\n`), bytes]);

/**
 * Where no SMTP server is named: each mail is a file of the folder, named by its id, so that an
 * attempt after a crash replaces the file of the attempt before.
 */
export const emlFolder = (folder: string): Transport => {
  const composer = nodemailer.createTransport({
    streamTransport: true,
    buffer: true,
    newline: "windows",
    ...closedDoors,
  });
  return {
    send: async (message): Promise<Delivery> => {
      if (!isMailbox(message.to)) return noMailbox;
      try {
        const { message: bytes } = await composer.sendMail(compose(message));
        await keep(folder, message.id, asDelivered(message, bytes as Buffer));
        return { sent: true };
      } catch (error) {
        const { code = "unknown" } = error as NodeJS.ErrnoException;
        return {
          ...{ sent: false, forGood: false, about: "server" },
          code: `file-${code.toLowerCase()}`,
        };
      }
    },
    close: () => composer.close(),
  };
};
