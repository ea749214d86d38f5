import { beginFlow, standing, submitElsewhere, type Typed, turnOf } from "../../src/flow/index.ts";
import { submit } from "../../src/flow/submit.ts";
import { nothingYet } from "../../src/identity/first-sign-in/beginning.ts";
import { letterDid } from "../../src/identity/first-sign-in/facts.ts";
import { letterAtStart } from "../../src/identity/first-sign-in/store.ts";
import type { FlowId } from "../../src/kernel/ids.ts";
import { later } from "../../src/kernel/time.ts";
import { type Row, rowsOf } from "./memory.ts";
import { type Browser, ids, person, requestOf, type World } from "./world.ts";

// What browsers and mails' buttons ask of the portal, as its routes do, without HTTP.

const letterOf = (world: World) => rowsOf(world.memory, "provisional_credential")[0];

/** A sign-in with the letter's password, where the letter still opens anything. */
export const begin = async (world: World, browser: Browser): Promise<void> => {
  if (letterOf(world)?.state !== "active") return;
  const { services, now, clock } = world;
  const { society } = now;
  const subject = { credentialId: ids.letter, memberId: ids.member };
  const atStart = await services.database.inSociety(ids.society, (tx) =>
    letterAtStart(tx, { ...subject, now: clock.now() }),
  );
  const token = await beginFlow(services, world.definition, {
    societyId: ids.society,
    subjectId: ids.letter,
    memberId: ids.member,
    policyVersion: society.version,
    expiresAt: later(clock.now(), { hours: society.policy.firstSignIn.lifetimeHours }),
    state: {
      ...nothingYet,
      ...atStart,
      printedMac: services.secrets.mac("printed", person.printedPassword.replaceAll("-", "")),
    },
    request: requestOf(world, browser),
    facts: [letterDid("first-sign-in.begun", { subjectId: ids.letter, memberId: ids.member })],
  });
  world.tokens.set(browser, token);
};

/** Where the flow of a browser stands, as its next page would say. */
export const lookAt = (world: World, browser: Browser) =>
  standing(world.services, world.definition, requestOf(world, browser), world.tokens.get(browser));

export type Looked = Awaited<ReturnType<typeof lookAt>>;

/** The flow's row, whatever it says inside. */
export const flowRow = (world: World, flowId: string | undefined): Row | undefined =>
  rowsOf(world.memory, "flow").find(({ id }) => id === flowId);

export const flowIdOf = (looked: Looked): string | undefined =>
  looked.at === "absent" ? undefined : looked.scene.flow.id;

export const turnIn = (looked: Looked): string =>
  looked.at === "absent" ? "" : turnOf(looked.scene.flow);

/** POST of a step's page. */
export const post = async (world: World, browser: Browser, name: string, typed: Typed) => {
  const looked = await lookAt(world, browser);
  const step = world.definition.steps.find((one) => one.name === name);
  const token = world.tokens.get(browser);
  if (!step || !token || looked.at !== "step") return;
  await submit(world.services, world.definition, { scene: looked.scene, step, typed, token });
};

export type Pressing = { readonly flowId: string; readonly step: string; readonly typed: Typed };

/** POST of a mail's page, from whatever device. */
export const press = (world: World, { flowId, step, typed }: Pressing) =>
  submitElsewhere(world.services, world.definition, {
    societyId: ids.society,
    flowId: flowId as FlowId,
    step,
    typed,
    request: requestOf(world, "elsewhere"),
  });
