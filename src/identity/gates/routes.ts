import { ownPath } from "../../platform/http/own-path.ts";
import type { Web, WebContext } from "../../platform/http/types.ts";
import type { Gate, WayBack } from "./types.ts";

/** Open before every gate: help, the switches of the page, the way out, being asked who one is. */
const always =
  /^\/(terms|notes|contact(\/sent)?|help\/.*|preferences\/.*|sign-out|confirm-address\/.*|undo-address\/.*|session\/.*|step-up(\/.*)?|assets\/.*)$/;

const isBelow = (path: string, gate: Gate) =>
  path === gate.path || path.startsWith(`${gate.path}/`);

/** The first shut gate on the way; null: the way is free. */
const gateBefore = (c: WebContext, gates: readonly Gate[]): Gate | null => {
  const request = c.get("request");
  const { session, society } = request;
  if (!session || !society || always.test(c.req.path)) return null;
  const first = gates.find((gate) => gate.isShut({ session, society, request }));
  return first && !isBelow(c.req.path, first) ? first : null;
};

/** After a gate: to where its member wanted to go. */
export const wayBack: WayBack = (c) =>
  ownPath(c.req.query("return") ?? c.get("request").form.return);

/**
 * In this order, before the pages of the signed-in. A submit that meets one is not done: behind the
 * gate it goes on at home, for the path of a POST need not have a page.
 */
export const gateRoutes =
  (gates: readonly Gate[]) =>
  (web: Web): void => {
    web.use(async (c, next) => {
      const gate = gateBefore(c, gates);
      if (!gate) return next();
      const wanted = c.req.method === "GET" ? c.get("request").path : "/";
      return c.redirect(`${gate.path}?${new URLSearchParams({ return: wanted })}`, 303);
    });
  };
