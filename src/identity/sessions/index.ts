export { beginSession, noSessionCookie, sessionCookie, sessionReader } from "./sessions.ts";
export { endSession } from "./store.ts";
