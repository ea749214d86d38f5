import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { asId, bytesOfUuid, uuidOfBytes } from "./ids.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

test("a UUID and its 16 bytes are the same in both directions, in the order of the text", () =>
  fc.assert(
    fc.property(fc.uuid(), fc.uint8Array({ minLength: 16, maxLength: 16 }), (uuid, bytes) => {
      assert.equal(uuidOfBytes(bytesOfUuid(uuid)), uuid);
      assert.equal(hex(bytesOfUuid(uuid)), uuid.replaceAll("-", ""));
      assert.deepEqual([...bytesOfUuid(asId(uuidOfBytes(bytes)))], [...bytes]);
    }),
  ));

test("sixteen bytes out of many, wherever they begin", () => {
  const many = Uint8Array.from({ length: 40 }, (_, i) => i);
  assert.equal(uuidOfBytes(many.subarray(8, 24)), "08090a0b-0c0d-0e0f-1011-121314151617");
});
