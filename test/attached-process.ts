// A process of its own that attaches to an embedded server: tells how, and lets go when its input
// ends. `node attached-process.ts DATA_FOLDER [serve]`
import { openEmbedded } from "../src/platform/database/embedded/index.ts";
import { claimServing } from "../src/platform/database/embedded/serving.ts";

const [dataFolder = "", serve] = process.argv.slice(2);
const log = (line: string) => console.error(line);
const embedded = await openEmbedded({ dataFolder, log });
const claim = serve ? await claimServing(embedded.appConfig, () => {}) : { ok: false };
console.log(JSON.stringify({ adopted: embedded.adopted, serving: claim.ok }));
process.stdin.resume().once("end", async () => {
  await embedded.close();
  process.exit(0);
});
