export { sealContinuation } from "./continuation.ts";
export { momentIn } from "./moments.ts";
export { type Letter, type SignInServices, signInRoutes } from "./routes.tsx";
