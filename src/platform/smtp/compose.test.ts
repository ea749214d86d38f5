import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sampleMessage } from "../../../test/mail/message.ts";
import { compose } from "./compose.ts";

// nodemailer cleans headers too; ours must hold without it.
test("no control character reaches a header, whatever a name or subject holds", () => {
  const any = fc.string({ unit: fc.constantFrom(..."\r\n\0\t\u0085はa: ") });
  fc.assert(
    fc.property(any, any, (subject, name) => {
      const made = compose({ ...sampleMessage, subject, from: { ...sampleMessage.from, name } });
      const { name: kept } = made.from as { name: string };
      assert.doesNotMatch(`${made.subject}${kept}`, /\p{Cc}/u);
    }),
  );
});

test("a recipient that is no plain mailbox is never composed", () => {
  assert.throws(() => compose({ ...sampleMessage, to: "a@b.example, c@d.example" }), RangeError);
});

test("files and addresses on the net stay closed", () => {
  const { disableFileAccess, disableUrlAccess } = compose(sampleMessage);
  assert.ok(disableFileAccess && disableUrlAccess);
});
