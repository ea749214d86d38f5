import assert from "node:assert/strict";
import { test } from "node:test";
import { createTransport } from "nodemailer";
import { testSmtp } from "./smtp.ts";

test("a mail arrives parsed, and a refused one does not", async (t) => {
  const smtp = await testSmtp(t);
  const sender = createTransport(smtp.url);
  t.after(() => sender.close());
  const message = {
    from: { name: "健保", address: "no-reply@example.test" },
    to: { name: "", address: "hana@example.test" },
    subject: "確認コード",
    text: "123456",
  };
  const waiting = smtp.mailTo("hana@example.test");
  await sender.sendMail(message);
  const { mail, envelope } = await waiting;
  assert.deepEqual(envelope, { from: "no-reply@example.test", to: ["hana@example.test"] });
  assert.equal(mail.subject, "確認コード");
  assert.equal(mail.text?.trim(), "123456");
  smtp.becomes({ at: "message", code: 451 });
  await assert.rejects(sender.sendMail(message), /451/);
  smtp.becomes({ at: "never" });
  await sender.sendMail(message);
  assert.equal(smtp.received.length, 2);
});
