import pg from "pg";
import type { Several } from "./several.ts";

/** A question to the whole database, past row security. */
export const asksRoot = async <Row>({ rootUrl }: Several, text: string): Promise<Row[]> => {
  const url = new URL(rootUrl);
  url.pathname = "/kenpo";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};
