import { beginFlow, submitElsewhere, type Typed } from "../../src/flow/index.ts";
import { nothingYet } from "../../src/identity/first-sign-in/beginning.ts";
import { letterDid } from "../../src/identity/first-sign-in/facts.ts";
import { letterAtStart } from "../../src/identity/first-sign-in/store.ts";
import type { State } from "../../src/identity/first-sign-in/types.ts";
import type { FlowId } from "../../src/kernel/ids.ts";
import { later } from "../../src/kernel/time.ts";
import { browsingWith } from "./browsing.ts";
import { rowsOf } from "./memory.ts";
import { type Browser, ids, person, requestOf, type World } from "./world.ts";

export { flowIdOf, flowRow, turnIn } from "./browsing.ts";

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

export const { lookAt, post } = browsingWith<State, Browser, World>(requestOf);
export type Looked = Awaited<ReturnType<typeof lookAt>>;

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
