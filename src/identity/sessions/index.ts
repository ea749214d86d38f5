export { beginSession, noSessionCookie, sessionCookie, sessionReader } from "./sessions.ts";
export { endSession, sweepSessions } from "./store.ts";
