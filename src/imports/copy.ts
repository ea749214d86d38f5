import { once } from "node:events";
import { finished } from "node:stream/promises";
import type pg from "pg";
import { from } from "pg-copy-streams";

export type CopySink = {
  /** Values as they are, with a tab between them. */
  readonly line: (line: string) => void;
  /** Sends what has gathered; waits while the database is behind. */
  readonly flush: () => Promise<void>;
  readonly end: () => Promise<void>;
  /** Tells the server that no more comes: until then it would wait, and so would a ROLLBACK. */
  readonly abort: () => Promise<void>;
};

/** COPY … FROM STDIN in text format, line by line. No value may hold a tab or a line end. */
export const openCopy = (client: pg.Client, statement: string): CopySink => {
  const stream = client.query(from(statement));
  const done = finished(stream);
  // whoever flushes or ends hears of a failure
  done.catch(() => {});
  let lines = "";
  let written: Promise<unknown> = Promise.resolve();
  const flush = async () => {
    // one block is on its way while the next one is read, and never more
    await written;
    const text = lines.replaceAll("\\", "\\\\");
    lines = "";
    if (stream.errored) throw stream.errored;
    if (text === "" || stream.write(text)) return;
    written = once(stream, "drain");
    written.catch(() => {});
  };
  return {
    line: (line) => {
      lines += line;
    },
    flush,
    end: async () => {
      await flush();
      stream.end();
      await done;
    },
    abort: async () => {
      stream.destroy();
      await done.catch(() => {});
    },
  };
};
