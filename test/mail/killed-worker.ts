// A mail worker that is killed right after it handed over the mail number `after` (from 1): run by
// mail/sending/crash.test.ts.

import type { Instant } from "../../src/kernel/time.ts";
import { startMailWorker } from "../../src/mail/index.ts";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import { connectDatabase } from "../../src/platform/database/connect.ts";
import { emlFolder } from "../../src/platform/smtp/eml-folder.ts";
import { testClock } from "../clock.ts";
import { sampleRegistry } from "./sample.ts";

const [given = "", now] = process.argv.slice(2);
const { config, secret, folder, after } = JSON.parse(given);
let handed = 0;

const worker = startMailWorker({
  database: connectDatabase({ config, applicationName: "kenpo test" }),
  transport: {
    send: async (message) => {
      await emlFolder(folder).send(message);
      handed += 1;
      if (handed === after) process.kill(process.pid, "SIGKILL");
      return { sent: true };
    },
    close: () => {},
  },
  clock: testClock(now as Instant),
  secrets: openSecrets(Buffer.from(secret, "base64")),
  registry: sampleRegistry,
  domain: "kenpo.example",
  random: () => 0,
  report: () => {},
  schedule: () => ({ stop: () => {} }),
  holder: null,
});
await worker.drain();
