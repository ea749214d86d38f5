import assert from "node:assert/strict";
import { after, test } from "node:test";
import { testDatabase } from "../../test/database.ts";
import { sampleRegistry, sampleSocieties } from "../../test/mail/sample.ts";
import { recording, stageFor } from "../../test/mail/stage.ts";
import type { Society } from "../society/types.ts";
import { mailDomainOf, startMailWorker } from "./index.ts";

const [hikari, minato] = sampleSocieties;
const database = await testDatabase();
after(database.drop);
const { clock, queue, secrets } = stageFor(database);

test("a society's mail domain is its own, or else the installation's", () => {
  assert.equal(
    mailDomainOf({ mailDomain: "mail.hikari.example" }, "kenpo.example"),
    "mail.hikari.example",
  );
  assert.equal(mailDomainOf({ mailDomain: null }, "kenpo.example"), "kenpo.example");
});

test("sender, Message-ID and return address are of one domain", async (t) => {
  await queue({ from: "info" });
  await queue({ from: "info" }, minato);
  const { messages, transport } = recording();
  const worker = startMailWorker({
    ...{ database: database.app, clock, secrets, transport, domain: "kenpo.example" },
    ...{ random: () => 0, report: () => {}, schedule: () => ({ stop: () => {} }) },
    holder: null,
    registry: {
      ...sampleRegistry,
      society: (id) =>
        ({
          ...sampleRegistry.society(id),
          mailDomain: id === hikari ? "mail.hikari.example" : null,
        }) as Society,
    },
  });
  t.after(worker.stop);
  await worker.drain();
  const domains = messages.map(({ domain, from, returnPath }) => [
    domain,
    from.address,
    returnPath.split("@")[1],
  ]);
  assert.deepEqual(domains.sort(), [
    ["kenpo.example", "info@kenpo.example", "kenpo.example"],
    ["mail.hikari.example", "info@mail.hikari.example", "mail.hikari.example"],
  ]);
});
