import {
  type FlowDefinition,
  type FlowServices,
  type Standing,
  standingById,
  submitElsewhere,
} from "../../flow/index.ts";
import type { SocietyId } from "../../kernel/ids.ts";
import { maskAddress } from "../../kernel/mail-address.ts";
import { hashToken } from "../../platform/crypto/tokens.ts";
import { pathHere } from "../../platform/http/own-path.ts";
import type { Web, WebContext } from "../../platform/http/types.ts";
import type { Language, Society } from "../../society/types.ts";
import { findLink } from "../links/index.ts";
import { judgePress, type Pressed } from "./rules.ts";
import { type CheckLink, checkById, type KeptCheck } from "./store.ts";
import { PressPage, PressResultPage, type PressWords } from "./views/press-pages.tsx";

/** A press beside what it is about: the mail, and the flow that waits for it. */
export type PressFound<State> = {
  readonly society: Society;
  readonly check: KeptCheck;
  readonly stands: Standing<State>;
};

/** A flow whose address may be proved by its mail's button. */
export type Pressing<State> = {
  /** Such as `/check-address`. */
  readonly path: string;
  readonly kind: CheckLink;
  readonly definition: FlowDefinition<State>;
  /** Null: the link is nobody's. It may throw, to say that the society's contract ended. */
  readonly societyOf: (id: SocietyId) => Society | null;
  /** The address that a step waits for; null: none any more. Pure. */
  readonly addressOf: (step: string, state: State) => string | null;
  /** Whether the flow knows an address to be proved already. Pure. */
  readonly isProved: (email: string, state: State) => boolean;
  readonly initialsOf: (found: PressFound<State>) => string | Promise<string>;
  readonly words: (lang: Language) => PressWords;
};

const find = async <State,>(
  services: FlowServices,
  { kind, definition, societyOf }: Pressing<State>,
  c: WebContext,
): Promise<PressFound<State> | null> => {
  const { database } = services;
  const request = c.get("request");
  const tokenHash = hashToken(c.req.param("token") ?? "");
  const entranceId = request.entrance.id;
  const link = await findLink<"mail-check">(database, { kind, entranceId, tokenHash });
  const society = link && societyOf(link.societyId);
  if (!link || !society) return null;
  const check = await database.inSociety(society.id, (tx) => checkById(tx, link.targetId));
  if (!check) return null;
  const flow = { societyId: society.id, flowId: check.flowId };
  return { society, check, stands: await standingById(services, definition, request, flow) };
};

/** What pressing the button would come to now. */
const judge = <State,>(
  { addressOf, isProved }: Pressing<State>,
  c: WebContext,
  { check, stands }: PressFound<State>,
): Pressed => {
  const { now } = c.get("request");
  if (stands.at === "ended" && stands.outcome !== "complete") return "expired";
  if (stands.at !== "step") return judgePress(check, null, now);
  const { state } = stands.scene.flow;
  if (isProved(check.email, state)) return "already";
  return judgePress(check, stands.step === check.step ? addressOf(check.step, state) : null, now);
};

/** Below `path`: a page, then a POST, from any device. Opening it changes nothing. */
export const pressRoutes =
  <State,>(services: FlowServices, pressing: Pressing<State>) =>
  (web: Web): void => {
    const { path, definition, initialsOf, words } = pressing;
    const look = (c: WebContext) => find(services, pressing, c);
    const isOpen = (c: WebContext, found: PressFound<State>) =>
      judge(pressing, c, found) === "open";
    const result = (c: WebContext, found: PressFound<State> | null) => {
      const { lang, view } = c.get("request");
      const told = found ? judge(pressing, c, found) : "invalid";
      return c.html(
        <PressResultPage view={view(found?.society)} words={words(lang)} result={told} />,
        told === "invalid" ? 404 : 200,
      );
    };

    web.get(`${path}/:token`, async (c) => {
      const found = await look(c);
      if (!found || !isOpen(c, found)) return result(c, found);
      const { lang, view } = c.get("request");
      return c.html(
        <PressPage
          view={view(found.society)}
          words={words(lang)}
          action={pathHere(c)}
          masked={maskAddress(found.check.email)}
          initials={await initialsOf(found)}
        />,
      );
    });

    web.post(`${path}/:token`, async (c) => {
      const found = await look(c);
      // A button that is void says so here, and leaves the page that waits alone.
      if (found && isOpen(c, found))
        await submitElsewhere(services, definition, {
          societyId: found.society.id,
          flowId: found.check.flowId,
          step: found.check.step,
          typed: { token: c.req.param("token") },
          request: c.get("request"),
        });
      return c.redirect(`${pathHere(c)}/done`, 303);
    });

    web.get(`${path}/:token/done`, async (c) => result(c, await look(c)));
  };
