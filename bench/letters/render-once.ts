import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { letterSamples, openLetterFile, type Sheet } from "../../src/letters/index.ts";
import type { sampleCodes } from "../../src/society/index.ts";
import { editionOf, sampleSociety } from "../../test/letters/editions.ts";
import { peakMb } from "../cpu.ts";
import { families, givenNames, towns, workplaces } from "../members/names.ts";

// One file in a process of its own, so that its memory and CPU are this file's. SOCIETY COUNT.
const [, , code = "", most = ""] = process.argv;
const [sample] = letterSamples;
if (sample?.sheet.kind !== "letter") throw new Error("the first sample is a letter");
const { letter } = sample.sheet;

const oneOf = <T>(all: readonly T[], i: number): T => all[(i * 7919) % all.length] as T;
const sheet = (i: number): Sheet => ({
  kind: "letter",
  letter: {
    ...letter,
    reference: `12-${String(i).padStart(5, "0")}-0`,
    name: `${oneOf(families, i)[0]}　${oneOf(givenNames, i)[0]}`,
    address: `${oneOf(towns, i)}${1 + (i % 9)}丁目${1 + (i % 30)}－${1 + (i % 20)}　見本マンション${100 + (i % 900)}号室`,
    workplace: { code: String(i % 300), name: oneOf(workplaces, i) },
    issuedId: String(1_000_000_000_000 + i * 7_919_777),
  },
});

const portion = 64;
const count = Number(most);
const path = join(tmpdir(), `letters-${process.pid}.pdf`);
const from = process.cpuUsage();
const file = await openLetterFile(
  path,
  editionOf(sampleSociety(code as (typeof sampleCodes)[number])),
);
if (!file.ok) throw new Error(file.code);
for (let i = 0; i < count; i += portion)
  await file.value.write(
    Array.from({ length: Math.min(portion, count - i) }, (_, j) => sheet(i + j)),
  );
const finished = await file.value.finish();
if (!finished.ok) throw new Error(finished.code);
const { user, system } = process.cpuUsage(from);
rmSync(path);
console.log(JSON.stringify({ cpuSeconds: (user + system) / 1e6, peakMb: peakMb(process.pid) }));
