// A PostgreSQL server for trials by hand: `scripts/node test/processes/hold-server.ts 15` prints its
// URL, for DATABASE_URL or KENPO_TEST_DATABASE_URL, and stops it on Ctrl-C.
import { realServer } from "./real-server.ts";

const [major = "15"] = process.argv.slice(2);
const server = await realServer(major === "18" ? 18 : 15);
console.log(server.ownerUrl);
const stop = () => void server.stop().then(() => process.exit(0));
process.once("SIGINT", stop).once("SIGTERM", stop);
