export { sealContinuation } from "./continuation.ts";
export { type Letter, type SignInServices, signInRoutes } from "./routes.tsx";
