export { termsGate } from "./gate.ts";
export { termsConsentRoutes } from "./routes.tsx";
