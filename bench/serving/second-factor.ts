import { hash } from "@node-rs/argon2";
import { load } from "../load.ts";
import type { Bench } from "../types.ts";
import { againstRaw } from "./against-raw.ts";
import { environment, forgetSteps, giveDevices } from "./devices.ts";
import { password } from "./members.ts";
import { cookiesOf, costOf, leadsTo, openStage, type Stage } from "./portal.ts";

const ms = 2500;
const inFlight = 4;
const page = "/second-factor/verify";

type Codes = (userId: string) => string;

/** Password, the page that asks for a code, the code: until the browser is sent home. */
const signInOnce = async (stage: Stage, codeOf: Codes) => {
  const browser = stage.next();
  const asked = await stage.signIn(browser);
  leadsTo(asked, page);
  const cookie = `${browser.cookie}; ${cookiesOf(asked)}`;
  const { status, body } = await stage.send({ path: page, headers: { cookie } });
  const [, turn] = /name="turn" value="([^"]+)"/.exec(body) ?? [];
  if (status !== 200 || !turn) throw new Error(`the question was answered with ${status}`);
  const typed = { turn, totpCode: codeOf(browser.userId) };
  leadsTo(await stage.post({ ...browser, cookie }, page, typed), "/");
};

/** Members take turns: more than sign in within a round, for each code is good once. */
const members = 1500;

const measured = async (stage: Stage, codeOf: Codes) => {
  await forgetSteps(stage.root);
  return costOf(stage, () => load({ connections: inFlight, ms }, () => signInOnce(stage, codeOf)));
};

/** A second factor adds two requests and three rows to a sign-in, and no second hash. */
export const secondFactor: Bench = {
  name: "second-factor",
  says: `right password, the page, the code of an app, new session: CPU of server + PostgreSQL ÷ raw argon2, ${inFlight} in flight`,
  goals: [
    { figure: "CPU ÷ raw", unit: "ratio", atMost: 1.35 },
    { figure: "CPU", unit: "ms" },
    { figure: "raw CPU", unit: "ms" },
    { figure: "sign-ins", unit: "/s" },
  ],
  prepare: async () => {
    const phc = await hash(password, { memoryCost: 19456, timeCost: 2, parallelism: 1 });
    const stage = await openStage("second-factor", { environment, members });
    const codeOf = await giveDevices(stage.root);
    // A server that has just started still compiles.
    await measured(stage, codeOf);
    await measured(stage, codeOf);
    return {
      round: async () => {
        const { ours, raw } = await againstRaw(phc, inFlight, () => measured(stage, codeOf));
        return {
          "CPU ÷ raw": ours.cpuMs / raw.cpuMs,
          CPU: ours.cpuMs,
          "raw CPU": raw.cpuMs,
          "sign-ins": ours.perSecond,
        };
      },
      close: stage.close,
    };
  },
};
