export { ownSessionsRoutes } from "./routes.tsx";
