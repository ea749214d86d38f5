export type { FlowDefinition } from "./definition.ts";
export { cleanText, digits, line, mailAddress, password } from "./fields.ts";
export {
  andThen,
  errorOf,
  type Field,
  type FieldRefusals,
  form,
  needed,
  oneOf,
  optional,
  type Typed,
  ticked,
} from "./form.ts";
export { nextStep } from "./plan.ts";
export { flowRoutes, flowToken, rememberFlow } from "./routes.tsx";
export { beginFlow, type FlowServices, standing } from "./standing.ts";
export {
  type Change,
  type Decision,
  type Finish,
  type Html,
  type Scene,
  type Shown,
  stepOf,
} from "./step.ts";
export { sweepFlows } from "./store.ts";
export type { Wording } from "./text.ts";
