import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, test } from "node:test";
import { testDatabase } from "../../../test/database.ts";
import { openSecrets } from "./secrets.ts";
import { checkSecret } from "./store.ts";

const database = await testDatabase();
after(database.drop);
const [first, second] = [randomBytes(32), randomBytes(32)];
const check = (current: Buffer, previous: Buffer[] = []) =>
  checkSecret(database.app, openSecrets(current, previous));

test("the first start keeps the check value; a wrong secret is refused; a change is followed", async () => {
  assert.equal(await check(first), "first");
  assert.equal(await check(first), "same");
  assert.equal(await check(second), "wrong");
  assert.equal(await check(first), "same");
  assert.equal(await check(second, [first]), "changed");
  assert.equal(await check(second), "same");
  assert.equal(await check(first), "wrong");
});
