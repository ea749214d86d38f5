export { type Acted, type ActionScene, act, actionOf, memberScene } from "./action.ts";
export type { FlowDefinition, PolicyChange } from "./definition.ts";
export { cleanText, digits, line, mailAddress, password } from "./fields.ts";
export {
  andThen,
  errorOf,
  type Field,
  type FieldRefusals,
  type Form,
  form,
  needed,
  oneOf,
  optional,
  type Typed,
  ticked,
} from "./form.ts";
export { turnOf } from "./plan.ts";
export { restFlows } from "./rest/store.ts";
export { flowRoutes, flowToken, rememberFlow } from "./routes.tsx";
export {
  beginFlow,
  type FlowServices,
  newFlow,
  type Standing,
  standing,
  standingAhead,
  standingById,
  writeFlow,
} from "./standing.ts";
export {
  type AnyStep,
  type Arrival,
  type Change,
  type Decision,
  type Effects,
  type Finish,
  type FinishRule,
  type Flow,
  type Html,
  type Scene,
  type Shown,
  stepOf,
} from "./step.ts";
export { endFlowsOf, endOthers } from "./store.ts";
export { submitElsewhere } from "./submit.ts";
export { messagesOf, type Wording } from "./text.ts";
