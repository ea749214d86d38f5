export { devMailboxRoutes } from "./routes.tsx";
