import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  issueLetters,
  issuingPlaces,
  type LetterSheet,
  planLetters,
} from "../../identity/provisional/index.ts";
import { importMembers } from "../../imports/index.ts";
import { type MemberId, newId } from "../../kernel/ids.ts";
import { ok } from "../../kernel/result.ts";
import { epochMsOf } from "../../kernel/time.ts";
import type { Config } from "../../platform/config.ts";
import { openPasswords } from "../../platform/crypto/passwords.ts";
import { loadSamples, type Society, sampleCodes } from "../../society/index.ts";
import type { Open } from "../installation.ts";
import { keep, readKept, type SampleLetter } from "./kept.ts";
import { samplePerson } from "./people.ts";
import { letterWorks, samplePersonAt } from "./store.ts";

type Stage = { readonly config: Config; readonly open: Open };

/** A sample person comes in by the same door as everybody: a members file. */
const bringIn = async ({ config, open }: Stage, society: Society, person: number) => {
  const folder = mkdtempSync(join(config.dataFolder, "sample-"));
  const path = join(folder, "members.csv");
  writeFileSync(path, samplePerson(person).csv);
  const client = await open.copyConnection();
  try {
    const actor = { kind: "system" } as const;
    const file = { society: society.id, path, isRehearsal: false, actor, source: "samples" };
    const imported = await importMembers({ client, clock: open.clock }, file);
    if (!imported.ok) throw new Error("a sample member was refused");
  } finally {
    await client.end();
    rmSync(folder, { recursive: true });
  }
};

/** One letter, into memory: it is shown on the terminal and kept in the data folder. */
const issueTo = async ({ open }: Stage, society: Society, only: MemberId) => {
  const { database, clock, secrets } = open;
  const sheets: LetterSheet[] = [];
  const client = await open.copyConnection();
  try {
    const passwords = openPasswords({ lanes: 1, places: issuingPlaces });
    const means = { database, clock, secrets, passwords, client };
    const wanted = { isOnlyNew: false, only };
    const plan = await planLetters(means, {
      society,
      wanted,
      judge: null,
      leavesOutUnprintable: false,
    });
    if (!plan.ok) throw new Error(`a sample letter was refused: ${plan.code}`);
    const issued = await issueLetters(means, {
      plan: plan.value,
      actor: { kind: "system" },
      origin: { requestId: newId<"run">(epochMsOf(clock.now())), source: "samples" },
      sink: {
        write: async (more) => void sheets.push(...more),
        finish: async () => ok(null),
        discard: async () => {},
      },
      progress: () => {},
    });
    const [sheet] = sheets.filter(({ kind }) => kind === "letter");
    if (!issued.ok || sheet?.kind !== "letter") throw new Error("a sample letter was refused");
    return { userId: sheet.letter.issuedId, password: sheet.letter.password };
  } finally {
    await client.end();
  }
};

/** The first sample person who has not registered yet, brought in where they are missing. */
const nextPerson = async (
  stage: Stage,
  society: Society,
  from: number,
): Promise<[number, MemberId]> => {
  const find = () =>
    stage.open.database.inSociety(society.id, (tx) => samplePersonAt(tx, samplePerson(from)));
  if (!(await find())) await bringIn(stage, society, from);
  const found = await find();
  if (!found) throw new Error("a sample member is missing");
  return found.isRegistered ? nextPerson(stage, society, from + 1) : [from, found.id];
};

const letterOf = async (
  stage: Stage,
  society: Society,
  kept: SampleLetter | undefined,
): Promise<SampleLetter> => {
  const { database, clock } = stage.open;
  const works =
    kept &&
    (await database.inSociety(society.id, (tx) => letterWorks(tx, kept.userId, clock.now())));
  if (kept && works) return kept;
  const [person, id] = await nextPerson(stage, society, kept?.person ?? 0);
  return { society: society.code, person, ...(await issueTo(stage, society, id)) };
};

/**
 * The five societies in an empty database, and for each one letter that works: random per
 * installation, replaced when it was used or has expired.
 */
export const prepareSamples = async (config: Config, open: Open): Promise<void> => {
  const { database, clock, registry } = open;
  await loadSamples(database, { now: clock.now(), registry });
  const societies = sampleCodes.flatMap((code) => registry.byCode(code) ?? []);
  const kept = readKept(config.dataFolder);
  const letters: SampleLetter[] = [];
  for (const society of societies) {
    const mine = kept.find((letter) => letter.society === society.code);
    letters.push(await letterOf({ config, open }, society, mine));
  }
  keep(config.dataFolder, letters);
};
