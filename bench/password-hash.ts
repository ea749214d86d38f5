import { availableParallelism } from "node:os";
import { verify } from "@node-rs/argon2";
import { openPasswords } from "../src/platform/crypto/passwords.ts";
import { load } from "./load.ts";
import type { Bench } from "./types.ts";

const password = "umi-to-yama-2026";
const cores = availableParallelism();
const ms = 2000;

export type HashCost = { readonly perSecond: number; readonly cpuMs: number };

const cpuNow = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Verifications for two seconds, `inFlight` at a time: how many a second, how much CPU each. */
export const hashCost = async (
  inFlight: number,
  once: () => Promise<boolean>,
): Promise<HashCost> => {
  const before = cpuNow();
  const { count, perSecond } = await load({ connections: inFlight, ms }, async () => {
    if (!(await once())) throw new Error("the right password was refused");
  });
  return { perSecond, cpuMs: (cpuNow() - before) / count };
};

/** The limit of every sign-in: raw argon2 at the portal's parameters, `inFlight` at a time. */
export const rawHash = (phc: string, inFlight: number): Promise<HashCost> =>
  hashCost(inFlight, () => verify(phc, password));

/** Our queue of passwords ÷ raw argon2, with as many waiting as a busy morning brings. */
export const passwordHash: Bench = {
  name: "password-hash",
  says: `passwords through our queue, ${cores * 8} waiting ÷ raw argon2, ${cores} in flight`,
  goals: [
    { figure: "CPU ÷ raw", unit: "ratio", atMost: 1.1 },
    { figure: "rate ÷ raw", unit: "ratio", atLeast: 0.9 },
    { figure: "raw CPU", unit: "ms" },
    { figure: "raw rate", unit: "/s" },
    { figure: "raw CPU, 1 in flight", unit: "ms" },
  ],
  prepare: async () => {
    const passwords = openPasswords({ lanes: cores, places: cores * 64 });
    const made = passwords.ticket();
    if (!made) throw new Error("an empty queue is full");
    const phc = await passwords.hash(made, password);
    made[Symbol.dispose]();
    const queued = async () => {
      using ticket = passwords.ticket();
      return ticket ? passwords.verify(ticket, phc, password) : false;
    };
    return {
      round: async () => {
        const raw = await rawHash(phc, cores);
        const ours = await hashCost(cores * 8, queued);
        const alone = await rawHash(phc, 1);
        return {
          "CPU ÷ raw": ours.cpuMs / raw.cpuMs,
          "rate ÷ raw": ours.perSecond / raw.perSecond,
          "raw CPU": raw.cpuMs,
          "raw rate": raw.perSecond,
          "raw CPU, 1 in flight": alone.cpuMs,
        };
      },
      close: () => Promise.resolve(),
    };
  },
};
