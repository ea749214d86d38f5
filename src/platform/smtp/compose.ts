import type { SendMailOptions } from "nodemailer";
import { epochMsOf, type Instant } from "../../kernel/time.ts";
import type { Message } from "./types.ts";

/** One plain mailbox: no names, lists, comments, quotes or routes (RFC 5321 Mailbox, narrowed). */
const mailbox = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*$/;
export const isMailbox = (address: string): boolean =>
  address.length <= 254 && mailbox.test(address);

/** `Fri, 20 Nov 2026 01:00:00 +0000` (RFC 5322 §3.3) */
const dateLine = (at: Instant) => new Date(epochMsOf(at)).toUTCString().replace("GMT", "+0000");

// Line breaks and other controls would begin a header of their own.
const oneLine = (text: string) => text.replace(/\p{Cc}+/gu, " ").trim();

/** Nothing of a mail is ever read from a file or an address on the net. */
export const closedDoors = { disableFileAccess: true, disableUrlAccess: true } as const;

/** Left out where it is no plain mailbox: the mail counts more than the answer to it. */
const replyTo = ({ replyTo: address }: Message): Pick<SendMailOptions, "replyTo"> =>
  address !== undefined && isMailbox(address) ? { replyTo: { name: "", address } } : {};

/** @throws RangeError when the recipient is no plain mailbox */
export const compose = (message: Message): SendMailOptions => {
  if (!isMailbox(message.to)) throw new RangeError("the recipient is no plain mailbox");
  return {
    ...closedDoors,
    messageId: `<${message.id}@${message.domain}>`,
    date: dateLine(message.date),
    from: { name: oneLine(message.from.name), address: message.from.address },
    to: { name: "", address: message.to },
    ...replyTo(message),
    envelope: { from: message.returnPath, to: message.to },
    subject: oneLine(message.subject),
    text: message.text,
    html: message.html,
    textEncoding: "base64",
    headers: {
      // RFC 3834: no answering machine replies to it.
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "Content-Language": message.language,
    },
  };
};
