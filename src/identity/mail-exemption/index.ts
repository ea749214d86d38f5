export { type Exempted, judgeExemption, setExemption } from "./exempt.ts";
export { type Exemption, exemptionOf } from "./store.ts";
