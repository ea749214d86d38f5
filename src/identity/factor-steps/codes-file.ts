import { type FlowDefinition, type FlowServices, flowToken, standing } from "../../flow/index.ts";
import type { Web } from "../../platform/http/types.ts";
import { codesText, type KeptCodes } from "../methods/index.ts";
import { recoveryCodes } from "./plan.ts";
import type { WithFactor } from "./types.ts";

/** The codes, while their step is open. */
const codesIn = ({ factor: { enrolling } }: WithFactor): readonly string[] | null =>
  enrolling?.method === recoveryCodes ? (enrolling.kept as KeptCodes).codes : null;

/**
 * 「ファイルに保存する」 without JavaScript: `…/recovery-codes.txt`, as long as the page shows them. To
 * stand before the routes of the flow, which take any name for a step's.
 */
export const codesFileRoute =
  <State extends WithFactor>(services: FlowServices, definition: FlowDefinition<State>) =>
  (web: Web): void => {
    web.get(`${definition.path}/recovery-codes.txt`, async (c) => {
      const request = c.get("request");
      const stands = await standing(services, definition, request, flowToken(c, definition));
      const isOpen = stands.at === "step" && stands.step === recoveryCodes;
      const codes = isOpen ? codesIn(stands.scene.flow.state) : null;
      if (!isOpen || !codes) return c.redirect(definition.path, 303);
      const { society } = stands.scene;
      const { lang, now: madeAt, entrance } = request;
      c.header("content-type", "text/plain; charset=utf-8");
      c.header("content-disposition", 'attachment; filename="recovery-codes.txt"');
      return c.body(codesText({ lang, society, origin: entrance.origin, madeAt, codes }));
    });
  };
