// A process of its own that stages one file, then sends the very same rows, as the server wrote
// them, by bare COPY into an empty table of the same form: { config, society, path, rowsPath } as
// JSON on its input. Tells what either took, from opening the file to the last row's arrival.
import { createReadStream, createWriteStream } from "node:fs";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { from, to } from "pg-copy-streams";
import { stage } from "../../src/imports/members/stage.ts";
import { copyStatement, openStaging } from "../../src/imports/members/store.ts";
import { inOneTransaction } from "../../src/imports/store.ts";
import { machineClock } from "../../src/platform/clock.ts";
import { connectClient } from "../../src/platform/database/config.ts";

const { config, society, path, rowsPath } = JSON.parse(await text(process.stdin));
const client = await connectClient({ config, applicationName: "kenpo stage-once" });

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const keepRows = () =>
  pipeline(
    client.query(to(copyStatement.replace("from stdin", "to stdout"))),
    createWriteStream(rowsPath),
  );

const staged = await inOneTransaction({ client, society }, async () => {
  const ms = await timed(() => stage({ client, society }, path, machineClock.now()));
  await keepRows();
  return { stands: false, value: ms };
});
const copied = await inOneTransaction({ client, society }, async () => {
  const ms = await timed(async () => {
    await openStaging({ client, society });
    const rows = createReadStream(rowsPath, { highWaterMark: 1 << 18 });
    await pipeline(rows, client.query(from(copyStatement)));
  });
  return { stands: false, value: ms };
});
await client.end();
console.log(JSON.stringify({ staged, copied }));
