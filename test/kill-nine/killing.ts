import { setTimeout as pause } from "node:timers/promises";
import { type Aim, aimName } from "./aims.ts";
import type { Cast } from "./cast.ts";
import { kill, recover } from "./kill.ts";
import { isLate } from "./mailbox.ts";
import { hitSealing } from "./sealer.ts";
import { isCut, lossesOf, press, pressName, ready, type Scene, type Story, tell } from "./story.ts";
import type { Killed } from "./table.ts";
import { commits, truthOf } from "./truth.ts";
import type { Auditor } from "./verify.ts";

export type Stage = {
  readonly scene: Scene;
  readonly cast: Cast;
  readonly auditor: Auditor;
  /** In [0, 1). */
  readonly chance: () => number;
};

type Hit = Pick<Killed, "sent" | "committed" | "answered"> & {
  readonly waitMs: number;
  readonly about: readonly Story[];
  readonly faults: readonly string[];
};

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Null: its mail has not come, it is told further at the end. */
const readyOrLate = (story: Story, scene: Scene) =>
  ready(story, scene).catch((error) => {
    if (isLate(error)) return null;
    throw error;
  });

/** Presses take about so long together. */
const spanOf = ({ tookMs }: Scene, name: string): number =>
  Math.max(40, 3 * (tookMs.get(name) ?? 0));

/** Longer than any press takes. */
const patienceMs = 5000;

/**
 * Some kills come at any moment after the button was pressed, some right after the first answer,
 * while the others' are at work. @returns milliseconds
 */
const waitWithin = async (
  { scene, chance }: Stage,
  name: string,
  answers: readonly Promise<unknown>[],
): Promise<number> => {
  const from = performance.now();
  const [isLater, moment] = [chance() < 0.5, chance()];
  if (isLater) await Promise.race([Promise.any(answers).catch(() => {}), pause(patienceMs)]);
  await pause(moment * (isLater ? 20 : spanOf(scene, name)));
  return Math.round(performance.now() - from);
};

/** All of them press the same button at once, and the kill comes while they wait. */
const hitStep = async (stage: Stage, aim: Extract<Aim, { readonly at: number }>): Promise<Hit> => {
  const { scene, cast } = stage;
  const { portal } = scene;
  const about = cast.troop(aim.way, aim.pass);
  await Promise.all(about.map((story) => tell(story, scene, aim.at)));
  const there = about.filter(({ seen }) => seen === aim.at);
  const made = await Promise.all(there.map((story) => readyOrLate(story, scene)));
  const buttons = made.flatMap((button, i) => {
    const story = there[i];
    return button && story ? [{ button, story }] : [];
  });
  const before = await commits(portal);
  const pressed = buttons.map(({ story, button }) => press(story, button));
  const settled = Promise.allSettled(pressed);
  const waitMs = await waitWithin(stage, pressName(aim.way, aim.at), pressed);
  kill(portal, aim.target);
  const answers = await settled;
  await recover(portal);
  const faults = answers.flatMap((answer) =>
    answer.status === "rejected" && !isCut(answer.reason) ? [messageOf(answer.reason)] : [],
  );
  return {
    sent: buttons.length,
    committed: (await commits(portal)) - before,
    answered: answers.filter(({ status }) => status === "fulfilled").length,
    waitMs,
    about,
    faults: buttons.length > 0 ? faults : [`nobody reached ${aimName(aim)}`],
  };
};

const hitSealer = async (
  { scene, chance }: Stage,
  { target, turn }: Extract<Aim, { readonly at: "sealer" }>,
): Promise<Hit> => {
  const waitMs = Math.round(chance() * 150);
  const seals = await hitSealing(scene.portal, { target, waitMs, crowd: turn });
  return { ...seals, answered: 0, waitMs, about: [], faults: [] };
};

const lineOf = (aim: Aim, { waitMs, sent, committed, answered }: Hit) => {
  if (aim.at === "sealer")
    return `kill -9 ${aim.target} at the sealer, ${waitMs} ms after a seal; ${committed} of ${sent} seals stood`;
  const where = pressName(aim.way, aim.at);
  return `kill -9 ${aim.target} at ${where} after ${waitMs} ms; ${sent} sent, ${committed} committed, ${answered} answered`;
};

/** The server comes back after the kill, nothing seen is lost, nothing is half, all facts stand. */
export const killOnce = async (
  stage: Stage,
  aim: Aim,
): Promise<Killed & { readonly found: readonly string[] }> => {
  const { scene, auditor } = stage;
  const hit = await (aim.at === "sealer" ? hitSealer(stage, aim) : hitStep(stage, aim));
  const [{ accounts, halves }, verified, losses] = await Promise.all([
    truthOf(scene.portal, scene.mails),
    auditor.verify(),
    Promise.all(hit.about.map((story) => lossesOf(story, scene))),
  ]);
  const { seals, facts, unsealed, problems } = verified;
  console.log(
    `${lineOf(aim, hit)}; ${accounts} accounts; ${seals} seals of ${facts} facts, ${unsealed} to seal`,
  );
  const found = [...hit.faults, ...halves, ...losses.flat(), ...problems];
  for (const problem of found) console.error(`  ✖ ${problem}`);
  return { aim, ...hit, problems: found.length, found };
};
