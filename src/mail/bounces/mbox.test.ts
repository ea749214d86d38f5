import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { deliveryReport, mboxOf } from "../../../test/mail/reports.ts";
import { messagesIn } from "./mbox.ts";

async function* cut(bytes: Buffer, sizes: readonly number[]) {
  let from = 0;
  for (let i = 0; from < bytes.length; i += 1) {
    const size = sizes[i % sizes.length] ?? 1;
    yield bytes.subarray(from, from + size);
    from += size;
  }
}
const read = async (text: string | Buffer, sizes: readonly number[] = [65_536]) =>
  (await Array.fromAsync(messagesIn(cut(Buffer.from(text), sizes)))).map((message) =>
    message === null ? null : message.toString("latin1").trim(),
  );

const report = deliveryReport({ bounceTo: "b-x@kenpo.example" });

test("one message of a pipe, with or without a postmark", async () => {
  assert.deepEqual(await read(report), [report.trim()]);
  assert.deepEqual(await read(mboxOf([report])), [report.trim()]);
});

test("a mailbox falls apart at its postmarks, wherever the stream is cut", async () => {
  const messages = [
    report,
    "To: a@b.example\n\nFrom here on\n\nFrom there, no date",
    "To: c@d.example\n\nx",
  ];
  const file = mboxOf(messages);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }),
      async (sizes) => {
        assert.deepEqual(
          await read(file, sizes),
          messages.map((message) => message.trim()),
        );
      },
    ),
    { numRuns: 30 },
  );
});

test("a postmark inside of a single message is text", async () => {
  const message = "To: a@b.example\n\nFrom MAILER-DAEMON Fri Nov 20 10:00:05 2026\n\nx";
  assert.deepEqual(await read(`X: y\n${message}`), [`X: y\n${message}`]);
});

test("too large a message is left out, the next one is read", async () => {
  const large = `To: a@b.example\n\n${"x".repeat(11 * 1024 * 1024)}`;
  assert.deepEqual(await read(mboxOf([large, report])), [null, report.trim()]);
});

test("nothing, no message", async () => {
  assert.deepEqual(await read(""), []);
});
