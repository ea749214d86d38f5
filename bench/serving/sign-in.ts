import { availableParallelism } from "node:os";
import { hash } from "@node-rs/argon2";
import { peakMb, residentMb } from "../cpu.ts";
import { load } from "../load.ts";
import { rawHash } from "../password-hash.ts";
import type { Bench } from "../types.ts";
import { againstRaw } from "./against-raw.ts";
import { forgetTries, password } from "./members.ts";
import { costOf, leadsTo, openStage, type Stage, type Typed } from "./portal.ts";

const ms = 2500;
/** What the portal hashes at a time: one core is left to the pages. */
const lanes = Math.max(1, availableParallelism() - 1);
let strangers = 0;

const right = (stage: Stage, connections: number) =>
  costOf(stage, () =>
    load({ connections, ms }, async () => leadsTo(await stage.signIn(stage.next()), "/")),
  );

const refused = (stage: Stage, connections: number, typed: () => Partial<Typed>) =>
  costOf(stage, () =>
    load({ connections, ms }, async () =>
      leadsTo(await stage.signIn(stage.next(), typed()), "/sign-in"),
    ),
  );

const wrong = () => ({ password: "yama-to-umi-2026" });
const unknown = () => {
  strangers += 1;
  return { userId: `nobody${strangers}` };
};

/** Wrong, unknown, unknown, wrong: a server that still warms up favours neither. */
const failures = async (stage: Stage) => {
  await forgetTries(stage.root);
  const cost = { wrong: 0, unknown: 0 };
  for (const kind of ["wrong", "unknown", "unknown", "wrong"] as const) {
    const typed = { wrong, unknown }[kind];
    cost[kind] += (await refused(stage, 4, typed)).cpuMs;
  }
  await forgetTries(stage.root);
  return cost.wrong / cost.unknown;
};

/** A sign-in costs its hash, and little else. */
export const signIn: Bench = {
  name: "sign-in",
  says: "right password, form token, new session: CPU of server + PostgreSQL ÷ raw argon2, as many in flight",
  goals: [
    { figure: "CPU ÷ raw, 4 in flight", unit: "ratio", atMost: 1.25 },
    { figure: "CPU ÷ raw, 8 in flight", unit: "ratio", atMost: 1.25 },
    { figure: "server resident after it", unit: "MB", atMost: 200 },
    { figure: "server's peak", unit: "MB", atMost: 200 },
    { figure: `CPU ÷ raw with ${lanes} at work`, unit: "ratio" },
    { figure: "CPU, 4 in flight", unit: "ms" },
    { figure: "raw CPU, 4 in flight", unit: "ms" },
    { figure: "sign-ins, 8 in flight", unit: "/s" },
    { figure: "rate ÷ raw, 8 in flight", unit: "ratio" },
    { figure: "wrong ÷ unknown, CPU", unit: "ratio" },
  ],
  prepare: async () => {
    const phc = await hash(password, { memoryCost: 19456, timeCost: 2, parallelism: 1 });
    const stage = await openStage("sign-in");
    // A server that has just started still compiles.
    await right(stage, 8);
    await right(stage, 8);
    return {
      round: async () => {
        const four = await againstRaw(phc, 4, () => right(stage, 4));
        const eight = await againstRaw(phc, 8, () => right(stage, 8));
        const alone = await rawHash(phc, lanes);
        const ratio = await failures(stage);
        const server = stage.portal.appPid();
        return {
          "CPU ÷ raw, 4 in flight": four.ours.cpuMs / four.raw.cpuMs,
          "CPU ÷ raw, 8 in flight": eight.ours.cpuMs / eight.raw.cpuMs,
          "server resident after it": residentMb(server),
          "server's peak": peakMb(server),
          [`CPU ÷ raw with ${lanes} at work`]: four.ours.cpuMs / alone.cpuMs,
          "CPU, 4 in flight": four.ours.cpuMs,
          "raw CPU, 4 in flight": four.raw.cpuMs,
          "sign-ins, 8 in flight": eight.ours.perSecond,
          "rate ÷ raw, 8 in flight": eight.ours.perSecond / eight.raw.perSecond,
          "wrong ÷ unknown, CPU": ratio,
        };
      },
      close: stage.close,
    };
  },
};
