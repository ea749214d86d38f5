import assert from "node:assert/strict";
import { type Row, rowsOf } from "../any-order/memory.ts";
import type { Came } from "./requests.ts";
import { insideOf } from "./state.ts";
import { accountNow, isDemandedNow, isLocked, ownFactors, type Truth } from "./truth.ts";
import type { World } from "./world.ts";

// What a right password may come to.

type Seen = {
  readonly world: World;
  readonly truth: Truth;
  readonly came: Came;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
};

const expected = ({ world, truth }: Seen): Came["kind"] => {
  if (isLocked(truth, world.clock.now())) return "refused";
  return ownFactors(world).length > 0 || isDemandedNow(world) ? "asked" : "session";
};

export const checkSignIn = (seen: Seen): void => {
  const { world, came, tables } = seen;
  assert.equal(came.kind, expected(seen), "what the right password comes to");
  const sessions = rowsOf(world.memory, "session").slice((tables.session ?? []).length);
  assert.equal(sessions.length, came.kind === "session" ? 1 : 0);
  if (came.kind !== "refused" && ownFactors(world).length === 0) {
    // The password is all that there is, and it was right.
    Object.assign(seen.truth, { wrong: 0, lockedUntil: null });
    assert.equal(accountNow(world).factor_wrong, 0, "wrong ones of what is not there any more");
  }
  if (came.kind !== "asked" || ownFactors(world).length === 0) return;
  const asked = insideOf(rowsOf(world.memory, "flow").at(-1))?.factor.asked?.method;
  assert.equal(asked, accountNow(world).factor_method, "the active one is asked first");
};
