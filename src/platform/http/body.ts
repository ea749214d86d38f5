import type { WebContext } from "./types.ts";

/** No form of ours comes near it; files will have routes of their own. */
const maxBytes = 64 * 1024;
const maxFields = 60;

export type Body =
  | { readonly kind: "fields"; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: "too-large" }
  | { readonly kind: "unreadable" };

const collect = async (stream: ReadableStream<Uint8Array>): Promise<Uint8Array | null> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.byteLength;
    if (size > maxBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
};

const read = async (c: WebContext): Promise<Uint8Array | null> => {
  const declared = Number(c.req.header("content-length") ?? Number.NaN);
  if (declared > maxBytes) return null;
  // Node holds a body to its declared length; read whole, it needs no stream of the web API.
  if (declared >= 0) return new Uint8Array(await c.req.raw.arrayBuffer());
  return collect(c.req.raw.body ?? new ReadableStream({ start: (empty) => empty.close() }));
};

/** The fields of a form post (`application/x-www-form-urlencoded`), in bounded memory. */
export const readFields = async (c: WebContext): Promise<Body> => {
  const type = c.req.header("content-type") ?? "";
  if (c.req.header("content-length") === "0") return { kind: "fields", fields: {} };
  if (!type.toLowerCase().startsWith("application/x-www-form-urlencoded"))
    return { kind: "unreadable" };
  const bytes = await read(c);
  if (!bytes) return { kind: "too-large" };
  const pairs = [...new URLSearchParams(Buffer.from(bytes).toString("latin1"))];
  if (pairs.length > maxFields) return { kind: "unreadable" };
  return { kind: "fields", fields: Object.fromEntries(pairs) };
};
