import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { after, afterEach, before, test } from "node:test";
import type pg from "pg";
import { fetchLetters, findKept } from "../../src/identity/provisional/index.ts";
import { refuse } from "../../src/kernel/result.ts";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import { sql } from "../../src/platform/database/sql.ts";
import { ours } from "../two-societies.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());
afterEach(() => stage.clear());

const states = () =>
  stage.database.app.inSociety(ours, async (tx) => {
    const rows = await tx.query<{ told: string }>(sql`
      select b.number || ' ' || p.state as told from provisional_credential p
      join credential_batch b on b.society_id = ${tx.society} and b.id = p.batch_id
      where p.society_id = ${tx.society} order by b.number, p.number`);
    return rows.map(({ told }) => told);
  });

test("a run whose lock was lost gives up its own letters, not those of the run after it", async () => {
  await stage.person();
  let lock: pg.Client | undefined;
  const onLock = (client: pg.Client) => {
    lock = client;
  };
  const [first, second] = [await stage.openList("1.csv"), await stage.openList("2.csv")];
  const isReady = Promise.withResolvers<void>();
  const isGivenUp = Promise.withResolvers<void>();
  let later: ReturnType<Stage["issue"]> | undefined;
  const takenOver = async () => {
    await lock?.end();
    const finish = async () => {
      isReady.resolve();
      await isGivenUp.promise;
      return second.finish();
    };
    later = stage.issue({ sink: { ...second, finish } });
    await isReady.promise;
    return refuse("file-exists");
  };
  const earlier = await stage.issue({ onLock, sink: { ...first, finish: takenOver } });
  assert.deepEqual([earlier.ok, await states()], [false, ["2 prepared"]]);
  isGivenUp.resolve();
  assert.equal((await later)?.ok, true);
  assert.deepEqual([await states(), await readdir(stage.folder())], [["2 active"], ["2.csv"]]);
});

test("letters that are sealed anew while they are fetched are not told as destroyed", async () => {
  await stage.person();
  assert.ok((await stage.issue()).ok);
  const { clock, database, secrets } = stage;
  const means = { database: database.app, clock, secrets, society: ours };
  const found = await findKept(means, { number: null, judge: null });
  assert.ok(found.ok);
  const other = openSecrets(Buffer.alloc(32, 9), []);
  const fetched = await fetchLetters(
    { ...means, secrets: other },
    {
      fetchable: found.value,
      sink: await stage.openList("again.csv"),
      actor: { kind: "operator" },
      origin: { requestId: "run", source: "cli" },
      progress: () => {},
    },
  );
  assert.deepEqual(fetched, refuse("letters-sealed"));
  assert.deepEqual(await readdir(stage.folder()), ["out.csv"]);
});
