export { AnnouncedMaintenance } from "./maintenance/announced.tsx";
export { maintenanceGate } from "./maintenance/gate.tsx";
export { guidanceRoutes } from "./routes.tsx";
export { TermsArticles, TermsPage } from "./terms/page.tsx";
export { type Terms, termsOf, termsVersionOf } from "./terms/terms.ts";
export type { GuidanceServices } from "./types.ts";
