/** One message of a file; null where it is larger than a report can be. */
export type MboxMessage = Buffer | null;

/** A report returns headers, or the mail itself, which of ours has a few kilobytes. */
const most = 10 * 1024 * 1024;
const longestLine = 64 * 1024;

/** Lines with their ends; a line too long for any mail comes in pieces. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const block = Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = block.indexOf(10); end >= 0; end = block.indexOf(10, from)) {
      yield block.subarray(from, end + 1);
      from = end + 1;
    }
    rest = block.subarray(from);
    if (rest.length > longestLine) {
      yield rest;
      rest = Buffer.alloc(0);
    }
  }
  if (rest.length > 0) yield rest;
}

// RFC 4155: the sender and a date. Text may begin with the word, so the date is looked for.
const postmark = /^From \S.*\d\d:\d\d/;
const startOf = (line: Buffer) => line.toString("latin1", 0, 200);
const isBlank = (line: Buffer) => /^\r?\n$/.test(startOf(line));

const gather = () => {
  let lines: Buffer[] = [];
  let size = 0;
  return {
    isEmpty: () => size === 0,
    add: (line: Buffer) => {
      size += line.length;
      if (size <= most) lines.push(line);
    },
    take: (): MboxMessage => {
      const message = size > most ? null : Buffer.concat(lines);
      [lines, size] = [[], 0];
      return message;
    },
  };
};

/** The messages of an mbox, or the one message of a pipe. Holds one at a time. */
export async function* messagesIn(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<MboxMessage> {
  const message = gather();
  let isMbox: boolean | undefined;
  let isAfterBlank = true;
  for await (const line of linesOf(chunks)) {
    isMbox ??= startOf(line).startsWith("From ");
    if (isMbox && isAfterBlank && postmark.test(startOf(line))) {
      if (!message.isEmpty()) yield message.take();
    } else message.add(line);
    isAfterBlank = isBlank(line);
  }
  if (!message.isEmpty()) yield message.take();
}
