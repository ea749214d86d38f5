import PostalMime, { type Attachment, type Email } from "postal-mime";

/** What a message is, as far as it tells of a mail of ours. */
export type Report =
  | {
      readonly kind: "delivery";
      /** RFC 3464 §2.3.3. */
      readonly action: "failed" | "delayed" | "delivered";
      /** RFC 3463, such as `5.1.1`. */
      readonly status: string;
      /** Where the envelope sender of our mail may stand, the likeliest place first. */
      readonly places: string;
    }
  | { readonly kind: "auto-reply" | "unknown" | "not-mail" };

const headerOf = ({ headers }: Email, key: string): string =>
  headers.find((header) => header.key === key)?.value ?? "";

const textOf = ({ content }: Attachment): string =>
  typeof content === "string" ? content : Buffer.from(content as ArrayBuffer).toString("utf8");

type Fields = ReadonlyMap<string, string>;

/** Groups of fields apart by blank lines: of the message first, then one for each recipient. */
const groupsOf = (text: string): readonly Fields[] =>
  text
    .replace(/\r\n/g, "\n")
    .replace(/\n[ \t]+/g, " ")
    .split(/\n{2,}/)
    .map((group) => {
      const lines = group.split("\n").map((line) => /^([\w-]+):[ \t]*(.*?)\s*$/.exec(line));
      return new Map(
        lines.flatMap((line) => (line ? [[`${line[1]}`.toLowerCase(), `${line[2]}`]] : [])),
      );
    });

// Passed on to where it is out of our sight, or to many: neither failed nor late.
const actions: Readonly<Record<string, "failed" | "delayed" | "delivered">> = {
  failed: "failed",
  delayed: "delayed",
  delivered: "delivered",
  relayed: "delivered",
  expanded: "delivered",
};

const statusOf = (fields: Fields): string =>
  /^[245]\.\d{1,3}\.\d{1,3}(?!\d)/.exec(fields.get("status") ?? "")?.[0] ?? "5.0.0";

/** A mail that was forwarded has several recipients: one that failed is what we must know. */
const worstOf = (groups: readonly Fields[]) => {
  const known = groups.flatMap((fields) => {
    const action = actions[fields.get("action")?.toLowerCase().split(/\s/)[0] ?? ""];
    return action ? [{ action, status: statusOf(fields) }] : [];
  });
  return known.find(({ action }) => action === "failed") ?? known[0];
};

// What mail servers write the envelope's recipient into when they hand a mail to a pipe or a box.
const envelopeHeaders = [
  ...["delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-delivered-to"],
  ...["original-recipient", "to", "received"],
];

/** The reported mail's own headers, its Return-Path among them, come back in a part of the report. */
const returned = ({ attachments }: Email): readonly string[] =>
  attachments
    .filter(({ mimeType }) => /^(message\/(rfc822|global)|text\/rfc822-headers)/.test(mimeType))
    .map((part) => textOf(part).split(/\r?\n\r?\n/)[0] ?? "");

const placesOf = (mail: Email): string =>
  [
    ...envelopeHeaders.flatMap((key) =>
      mail.headers.filter((header) => header.key === key).map(({ value }) => value),
    ),
    ...returned(mail),
  ].join("\n");

const isAutoReply = (mail: Email): boolean =>
  /^auto-/i.test(headerOf(mail, "auto-submitted")) ||
  ["x-autoreply", "x-autorespond"].some((key) => headerOf(mail, key) !== "") ||
  /^(auto_reply|bulk|junk)/i.test(headerOf(mail, "precedence"));

/** Any file begins with lines; a mail has at least one of these. */
const mailHeaders = ["from", "to", "date", "subject", "received", "return-path", "message-id"];
const isMail = ({ headers }: Email) => headers.some(({ key }) => mailHeaders.includes(key));

const judge = (mail: Email): Report => {
  if (!isMail(mail)) return { kind: "not-mail" };
  const part = mail.attachments.find(({ mimeType }) =>
    /^message\/(global-)?delivery-status$/.test(mimeType),
  );
  const isReport = /^multipart\/report\b/i.test(headerOf(mail, "content-type"));
  const worst = isReport && part ? worstOf(groupsOf(textOf(part))) : undefined;
  if (worst) return { kind: "delivery", ...worst, places: placesOf(mail) };
  return { kind: isAutoReply(mail) ? "auto-reply" : "unknown" };
};

/** Reads a message as a report of (non-)delivery (RFC 3464). Whatever the bytes are, it answers. */
export const readReport = async (bytes: Uint8Array): Promise<Report> => {
  try {
    // The mail that comes back stays a part: opened, its text would look like the report's own.
    return judge(await PostalMime.parse(bytes, { forceRfc822Attachments: true }));
  } catch {
    // Nested too deep, or headers without end.
    return { kind: "unknown" };
  }
};
