import type { State } from "../../src/identity/second-factor/types.ts";
import { sourceLimit } from "../../src/identity/sign-in/index.ts";
import { judgeSignIn } from "../../src/identity/sign-in/rules.ts";
import { passwordRight } from "../../src/identity/sign-in/signed-in.ts";
import { findLogin, type Try } from "../../src/identity/sign-in/store.ts";
import type { WebContext } from "../../src/platform/http/types.ts";
import { browsingWith } from "../any-order/browsing.ts";
import { type Browser, ids, requestOf, type World } from "./world.ts";

export { flowIdOf, flowRow, turnIn } from "../any-order/browsing.ts";

// What browsers ask of the portal, as its routes do, without HTTP.

/** The password's own verification is tried elsewhere: here it is always right. */
export const signIn = async (world: World, browser: Browser) => {
  const { services, clock, now, tokens } = world;
  const who: Try = {
    entranceId: ids.entrance,
    loginKey: "hanako-2026",
    loginMac: "login",
    sourceMac: "source",
    browserHash: "browser",
    at: clock.now(),
  };
  const login = await findLogin(services.database, who, sourceLimit.minutes);
  const judged = judgeSignIn(login, true, clock.now());
  if (judged.kind !== "signed-in") return { kind: "refused" } as const;
  const request = requestOf(world, browser);
  const c = { get: () => request } as unknown as WebContext;
  const right = { c, who, login, society: now.society, newHash: null };
  const came = await passwordRight(services, right);
  if (came.kind === "asked") tokens.set(browser, came.begun.token);
  return came;
};

export type Came = Awaited<ReturnType<typeof signIn>>;

export const { lookAt, post } = browsingWith<State, Browser, World>(requestOf);
export type Looked = Awaited<ReturnType<typeof lookAt>>;
