import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { openQueue, type Ticket } from "./queue.ts";

const enter = (ticket: Ticket | undefined): Ticket => {
  assert.ok(ticket);
  return ticket;
};

test("a full queue gives no ticket; a place given back is free once", () => {
  const queue = openQueue({ lanes: 1, places: 2 });
  const first = enter(queue.ticket());
  enter(queue.ticket());
  assert.equal(queue.ticket(), undefined);
  first[Symbol.dispose]();
  first[Symbol.dispose]();
  assert.equal(queue.depth(), 1);
  enter(queue.ticket());
  assert.equal(queue.ticket(), undefined);
});

test("`using` gives the place back when the look-up throws", () => {
  const queue = openQueue({ lanes: 1, places: 1 });
  const lookUp = () => {
    using ticket = queue.ticket();
    assert.ok(ticket?.isHeld());
    throw new Error("no database");
  };
  assert.throws(lookUp, /no database/);
  assert.equal(queue.depth(), 0);
});

test("a ticket that was given back runs nothing", async () => {
  const queue = openQueue({ lanes: 1, places: 1 });
  const ticket = enter(queue.ticket());
  ticket[Symbol.dispose]();
  await assert.rejects(queue.run(ticket, async () => 1));
});

test("never more than `lanes` at work, in order, and a failure leaves the lane", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.boolean(), { maxLength: 20 }),
      async (lanes, works) => {
        const queue = openQueue({ lanes, places: works.length + 1 });
        const begun: number[] = [];
        let busy = 0;
        let most = 0;
        const outcomes = await Promise.allSettled(
          works.map((fails, i) =>
            queue.run(enter(queue.ticket()), async () => {
              begun.push(i);
              busy += 1;
              most = Math.max(most, busy);
              await new Promise(setImmediate);
              busy -= 1;
              if (fails) throw new Error("fails");
            }),
          ),
        );
        assert.deepEqual(begun, [...works.keys()]);
        assert.equal(most, Math.min(lanes, works.length));
        assert.deepEqual(
          outcomes.map(({ status }) => status === "rejected"),
          works,
        );
      },
    ),
  );
});

test("who looks on hears of each work's wait, and of who found no place", async () => {
  const heard = { waits: 0, refused: 0 };
  const queue = openQueue({
    lanes: 1,
    places: 2,
    heard: {
      waited: (seconds) => {
        assert.ok(seconds >= 0);
        heard.waits += 1;
      },
      refused: () => {
        heard.refused += 1;
      },
    },
  });
  const tickets = [enter(queue.ticket()), enter(queue.ticket())];
  queue.ticket();
  await Promise.all(tickets.map((ticket) => queue.run(ticket, async () => {})));
  assert.deepEqual(heard, { waits: 2, refused: 1 });
});
