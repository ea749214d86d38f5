import { type Cookie, readCookie, writeCookie } from "../platform/http/cookies.ts";
import type { Web, WebContext } from "../platform/http/types.ts";
import type { FlowDefinition } from "./definition.ts";
import { isReached, turnOf } from "./plan.ts";
import type { Notice } from "./sealed.ts";
import { type FlowServices, type Standing, standingAfter, standingFirst } from "./standing.ts";
import type { AnyStep, Scene } from "./step.ts";
import { submit } from "./submit.ts";
import { messagesOf, sentencesOf } from "./text.ts";

type Named = { readonly cookie: string };

/** Binds a begun flow to this browser until it expires. */
export const rememberFlow = (
  c: WebContext,
  { cookie }: Named,
  { token, seconds }: { readonly token: string; readonly seconds: number },
): void => writeCookie(c, { name: cookie, value: token, seconds }, c.get("request").browser.secure);

export const flowToken = (c: WebContext, { cookie }: Named): string | undefined =>
  readCookie(c, cookie, c.get("request").browser.secure);

const writeAll = (c: WebContext, cookies: readonly Cookie[]) => {
  for (const cookie of cookies) writeCookie(c, cookie, c.get("request").browser.secure);
};

type Reward<State> = {
  readonly token: string;
  readonly scene: Scene<State>;
  /** Completed by this very request. */
  readonly isNew: boolean;
};

/**
 * What a completed flow gives to its browser. Its own cookie leads to the same again and so goes
 * with the window from now on, as what it leads to does. Who comes back to the end later, by a page
 * of before or a repeated submit, and has a session meanwhile, keeps that one.
 */
const reward = async <State,>(
  c: WebContext,
  definition: FlowDefinition<State>,
  { token, scene, isNew }: Reward<State>,
) => {
  const request = c.get("request");
  const { session } = request;
  if (!isNew && session && (await definition.hasSession(c))) return;
  if (isNew && session) await definition.replaces?.(session, request);
  const own = { name: definition.cookie, value: token, seconds: null };
  writeAll(c, [own, ...definition.cookies(token, scene)]);
};

type Came = { readonly token: string | undefined; readonly isNew?: boolean };

/** POST → 303 → GET: where the flow stands now, whatever was submitted. */
const goOn = async <State,>(
  c: WebContext,
  definition: FlowDefinition<State>,
  now: Standing<State>,
  { token = "", isNew = false }: Came,
) => {
  if (now.at === "step") return c.redirect(`${definition.path}/${now.step}`, 303);
  if (now.at === "absent") return c.redirect(definition.path, 303);
  if (now.outcome !== "complete") return c.redirect(`${definition.path}/ended`, 303);
  await reward(c, definition, { token, scene: now.scene, isNew });
  return c.redirect(definition.landing(now.scene), 303);
};

type Showing<State> = {
  readonly services: FlowServices;
  readonly definition: FlowDefinition<State>;
  readonly step: AnyStep<State>;
  readonly scene: Scene<State>;
  readonly notice: Notice | undefined;
};

const show = async <State,>(c: WebContext, showing: Showing<State>) => {
  const { services, definition, step, scene, notice } = showing;
  const request = c.get("request");
  const own = notice?.step === step.name ? notice : undefined;
  const wording = definition.wording(request.lang);
  const { look, looks = () => true } = step;
  const looked =
    look && looks(scene)
      ? await services.database.inSociety(scene.flow.societyId, (tx) => look(tx, scene))
      : undefined;
  const shown = {
    scene,
    action: `${definition.path}/${step.name}`,
    turn: turnOf(scene.flow),
    typed: own?.typed ?? request.kept ?? step.typed?.(scene) ?? {},
    errors: messagesOf(request.lang, wording, own?.errors ?? {}),
    changed: sentencesOf(wording, own?.changed ?? []),
  };
  return c.html(step.page(request.view(scene.society), shown, looked));
};

/** The pages of one flow: where it stands, each step, its end. */
export const flowRoutes =
  <State,>(services: FlowServices, definition: FlowDefinition<State>) =>
  (web: Web): void => {
    const { path } = definition;
    const stepNamed = (name: string) => definition.steps.find((step) => step.name === name);
    const now = (c: WebContext) =>
      standingFirst(services, definition, c.get("request"), flowToken(c, definition));

    web.get(path, async (c) => {
      const stands = await now(c);
      if (stands.at !== "absent")
        return goOn(c, definition, stands, { token: flowToken(c, definition) });
      return c.html(definition.absentPage(c.get("request").view()));
    });

    web.get(`${path}/completed`, async (c) => {
      const stands = await now(c);
      if (stands.at !== "ended" || stands.outcome !== "complete") return c.redirect(path, 303);
      if (definition.landing(stands.scene) !== c.req.path)
        return c.redirect(definition.landing(stands.scene), 303);
      await reward(c, definition, {
        token: flowToken(c, definition) ?? "",
        scene: stands.scene,
        isNew: false,
      });
      const view = c.get("request").view(stands.scene.society);
      return c.html(definition.completedPage(view, stands.scene));
    });

    web.get(`${path}/ended`, async (c) => {
      const stands = await now(c);
      if (stands.at !== "ended" || stands.outcome === "complete") return c.redirect(path, 303);
      const { society } = stands.scene;
      const view = c.get("request").view(society);
      return c.html(definition.endedPage(view, stands.outcome, society));
    });

    // A page that waits asks here whether it still shows where the flow stands. Says nothing else.
    web.get(`${path}/standing`, async (c) => {
      const stands = await now(c);
      return c.json({ turn: stands.at === "step" ? turnOf(stands.scene.flow) : stands.at });
    });

    web.get(`${path}/:step`, async (c) => {
      const step = stepNamed(c.req.param("step"));
      const stands = await now(c);
      if (!step || stands.at !== "step")
        return goOn(c, definition, stands, { token: flowToken(c, definition) });
      const { scene, plan, notice } = stands;
      const isOpen = stands.step === step.name;
      const isAgain =
        isReached(plan, scene.flow.done, step.name) && definition.revisable.includes(step.name);
      if (!isOpen && !isAgain)
        return goOn(c, definition, stands, { token: flowToken(c, definition) });
      return show(c, { services, definition, step, scene, notice });
    });

    web.post(`${path}/:step`, async (c) => {
      const step = stepNamed(c.req.param("step"));
      const token = flowToken(c, definition);
      const stands = await now(c);
      if (!step || !token || stands.at !== "step") return goOn(c, definition, stands, { token });
      const typed = c.get("request").form;
      const { scene } = stands;
      const written = await submit(services, definition, { scene, step, typed, token });
      const then = written ? standingAfter(definition, scene, written) : await now(c);
      // A step done again and refused is shown again, though the flow stands further on.
      if (then.at === "step" && then.notice) return c.redirect(`${path}/${then.notice.step}`, 303);
      return goOn(c, definition, then, { token, isNew: written !== null });
    });
  };
