import assert from "node:assert/strict";
import { test } from "node:test";
import { softwareAuthenticator } from "../../../../test/authenticators/passkey.ts";
import { bytesOfUuid } from "../../../kernel/ids.ts";
import { newToken } from "../../../platform/crypto/tokens.ts";
import { readAssertion, verifyAssertion } from "../../methods/passkey/index.ts";
import { nobodysPasskey } from "./nobodys.ts";

const origin = "https://asahi.example.jp";
const rpId = "asahi.example.jp";

/** An answer by a passkey that is registered elsewhere, held against nobody's. */
const against = async (userHandle: string | null) => {
  const { text: challenge } = newToken();
  const phone = softwareAuthenticator({ origin });
  const user = bytesOfUuid("01977420-0000-7000-8001-000000000001").toString("base64url");
  phone.create({ challenge, rp: { id: rpId }, user: { id: user } });
  const response = phone.get({ challenge, rpId }, { userHandle: userHandle ?? user });
  const { stored, accountId } = nobodysPasskey(readAssertion(response));
  return verifyAssertion({
    ...{ response, challenge, origin, rpId, stored },
    userHandle: accountId,
    isHandleNeeded: true,
  });
};

test("an unknown passkey costs a whole verification, up to the signature", async () => {
  assert.deepEqual(await against(null), { ok: false, reason: "passkey-signature" });
});

test("so does a handle of any length", async () => {
  for (const length of [1, 15, 17, 64]) {
    const handle = Buffer.alloc(length, 7).toString("base64url");
    assert.deepEqual(await against(handle), { ok: false, reason: "passkey-signature" });
  }
});

test("what cannot be read is held against nothing", () => {
  assert.equal(nobodysPasskey(null).stored.credentialId, "");
});
