import assert from "node:assert/strict";
import { test } from "node:test";
import { createTransport } from "nodemailer";
import { startSmtp } from "./smtp.ts";

test("a mail arrives parsed, and a refused one does not", async () => {
  const smtp = await startSmtp();
  const sender = createTransport(smtp.url);
  const mail = {
    from: { name: "健保", address: "no-reply@example.test" },
    to: { name: "", address: "hana@example.test" },
    subject: "確認コード",
    text: "123456",
  };
  const waiting = smtp.mailTo("hana@example.test");
  await sender.sendMail(mail);
  const { message } = await waiting;
  assert.equal(message.subject, "確認コード");
  assert.equal(message.text?.trim(), "123456");
  smtp.refuse(1, 451);
  await assert.rejects(sender.sendMail(mail), /451/);
  await sender.sendMail(mail);
  assert.equal(smtp.mails().length, 2);
  sender.close();
  await smtp.close();
});
