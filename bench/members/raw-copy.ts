import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from, to } from "pg-copy-streams";
import { columns } from "../../src/imports/members/columns.ts";

const names = [
  "society_id",
  "id",
  "created_at",
  "changed_at",
  "symbol_key",
  "number_key",
  "name_key",
  "kana_key",
  ...columns.map(({ column }) => column),
].join(", ");

/**
 * The limit of the import: PostgreSQL's own COPY of the same rows, as the server itself wrote
 * them, into an empty table with the same columns, checks and indexes, without row security.
 * @param root the administrator, whom row security does not bind
 * @returns milliseconds
 */
export const rawCopy = async (root: pg.Client, file: string): Promise<number> => {
  await pipeline(root.query(to(`copy member (${names}) to stdout`)), createWriteStream(file));
  await root.query("drop table if exists raw_member");
  await root.query("create table raw_member (like member including all)");
  const start = performance.now();
  await pipeline(
    createReadStream(file, { highWaterMark: 1 << 18 }),
    root.query(from(`copy raw_member (${names}) from stdin`)),
  );
  return performance.now() - start;
};
