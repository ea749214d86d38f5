import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtemp, open as openFile, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { readSealed, writeSealed } from "./sealed-file.ts";
import { open, seal } from "./sealed-stream.ts";
import type { SealedFile } from "./types.ts";

let folder = "";
let count = 0;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "kenpo-sealed-"));
});
after(() => rm(folder, { recursive: true }));

async function* inPieces(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < content.length; from += size) yield content.subarray(from, from + size);
}

const write = async (content: Buffer, key: Buffer, size = 70_000) => {
  count += 1;
  const written = await writeSealed({ folder, file: `f${count}`, key }, inPieces(content, size));
  assert.ok(written.ok);
  return written.value;
};

const read = async (entry: SealedFile, key: Buffer) =>
  Buffer.concat(await Array.fromAsync(readSealed({ folder, key }, entry)));

const pathOf = ({ file }: SealedFile) => join(folder, file);
const chunk = (1 << 20) + 16;

test("what was written is read, at every size around a chunk, in pieces of every size", async () => {
  const key = randomBytes(32);
  // random bytes do not shrink: with what zstd adds these end before, at and after whole chunks
  for (const length of [0, 1, 1000, (1 << 20) - 60, (1 << 20) - 34, 1 << 20, 3 * (1 << 20) + 5]) {
    const content = randomBytes(length);
    const entry = await write(content, key, 1 + (length % 99_991));
    assert.deepEqual(await read(entry, key), content);
    assert.equal(entry.plain.lines, content.filter((byte) => byte === 10).length);
    assert.equal((await readFile(pathOf(entry))).length, entry.sealed.bytes);
  }
});

test("a chunk that is exactly full at the end is the last", async () => {
  const key = randomBytes(32);
  const path = join(folder, "stream");
  for (const chunks of [0, 1, 2])
    for (const more of [-1, 0, 1]) {
      const content = randomBytes(Math.max(0, chunks * (1 << 20) + more));
      await writeFile(path, seal(key, inPieces(content, (1 << 20) - 1 - more)));
      await using handle = await openFile(path, "r");
      const opened = open({ key, handle, file: "stream", seen: () => {} });
      assert.deepEqual(Buffer.concat(await Array.fromAsync(opened)), content);
      const sealed = content.length + 16 * Math.max(1, Math.ceil(content.length / (1 << 20)));
      assert.equal((await handle.stat()).size, sealed);
    }
});

test("any change is noticed, and no plain byte comes out of a changed chunk", async () => {
  const key = randomBytes(32);
  const content = randomBytes(2.5 * (1 << 20));
  const entry = await write(content, key);
  const good = await readFile(pathOf(entry));
  const changes = fc.oneof(
    fc.nat(good.length - 1).map((at) => ({ what: `flip ${at}`, bytes: flipped(good, at) })),
    fc.nat(good.length - 1).map((at) => ({ what: `cut ${at}`, bytes: good.subarray(0, at) })),
    fc
      .uint8Array({ minLength: 1, maxLength: 40 })
      .map((more) => ({ what: `add ${more.length}`, bytes: Buffer.concat([good, more]) })),
    fc.constantFrom(...rearranged(good)),
  );
  await fc.assert(
    fc.asyncProperty(changes, async ({ bytes }) => {
      await writeFile(pathOf(entry), bytes);
      let seen = Buffer.alloc(0);
      await assert.rejects(
        async () => {
          for await (const piece of readSealed({ folder, key }, entry))
            seen = Buffer.concat([seen, piece]);
        },
        { fault: "altered", file: entry.file },
      );
      assert.deepEqual(seen, content.subarray(0, seen.length));
    }),
    { numRuns: 60 },
  );
});

const flipped = (good: Buffer, at: number) => {
  const bytes = Buffer.from(good);
  bytes[at] = (bytes[at] ?? 0) ^ 0x40;
  return bytes;
};

const rearranged = (good: Buffer) => {
  const chunks = [0, 1, 2].map((n) => good.subarray(n * chunk, (n + 1) * chunk));
  const of = (what: string, ...order: number[]) => ({
    what,
    bytes: Buffer.concat(order.map((n) => chunks[n] ?? Buffer.alloc(0))),
  });
  return [of("swapped", 1, 0, 2), of("dropped", 0, 2), of("cut", 0, 1), of("twice", 0, 0, 1, 2)];
};

test("another key, another file's key, a file that is gone", async () => {
  const key = randomBytes(32);
  const entry = await write(randomBytes(100), key);
  const other = await write(randomBytes(100), randomBytes(32));
  await assert.rejects(read(entry, randomBytes(32)), { fault: "altered" });
  await assert.rejects(read({ ...entry, file: other.file }, key), { fault: "altered" });
  await assert.rejects(read({ ...entry, file: "gone" }, key), { fault: "missing", file: "gone" });
});

test("an entry that tells otherwise is refused at the end", async () => {
  const key = randomBytes(32);
  const entry = await write(Buffer.from("one\ntwo\n"), key);
  const { plain } = entry;
  await assert.rejects(read({ ...entry, plain: { ...plain, lines: 3 } }, key), {
    fault: "altered",
  });
});

test("a source that fails leaves no file, and a taken name is refused", async () => {
  const key = randomBytes(32);
  async function* failing() {
    yield randomBytes(3 << 20);
    throw new Error("gone");
  }
  await assert.rejects(writeSealed({ folder, file: "half", key }, failing()), /gone/);
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.includes("half")),
    [],
  );
  const entry = await write(Buffer.from("x"), key);
  const again = await writeSealed({ folder, file: entry.file, key }, inPieces(Buffer.from("y"), 9));
  assert.deepEqual(again, { ok: false, code: "file-exists", facts: {} });
});
