import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import PostalMime, { type Email } from "postal-mime";
import { type Instant, inTokyo } from "../../kernel/time.ts";

/** A mail of the folder, as a reader's mail program would show it. */
export type KeptMail = {
  readonly id: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  /** `2026-11-20 10:00:00`, Tokyo */
  readonly at: string;
  readonly text: string;
  readonly html: string;
};

const fileName = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.eml$/;
const shown = 100;

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === "ENOENT";
const nameOf = (address: Email["from"]) =>
  address?.name ? `${address.name} <${address.address ?? ""}>` : (address?.address ?? "");

const atOf = (date: string | undefined) =>
  date
    ? inTokyo(date as Instant)
        .toPlainDateTime()
        .toString({ smallestUnit: "second" })
        .replace("T", " ")
    : "";

/** Undefined when there is no such mail (any more). */
export const readKept = async (folder: string, id: string): Promise<KeptMail | undefined> => {
  if (!fileName.test(`${id}.eml`)) return undefined;
  try {
    const mail = await PostalMime.parse(await readFile(join(folder, `${id}.eml`)));
    return {
      id,
      subject: mail.subject ?? "",
      from: nameOf(mail.from),
      to: (mail.to ?? []).map(nameOf).join(", "),
      at: atOf(mail.date),
      text: mail.text ?? "",
      html: mail.html ?? "",
    };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

/** Newest first, at most 100: the names of the files are UUIDv7, which sort by time. */
export const listKept = async (folder: string): Promise<KeptMail[]> => {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const ids = names.flatMap((name) => fileName.exec(name)?.[1] ?? []);
  const newest = ids.sort().reverse().slice(0, shown);
  const mails = await Promise.all(newest.map((id) => readKept(folder, id)));
  return mails.filter((mail) => mail !== undefined);
};
