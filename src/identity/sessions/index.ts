export { beginSession, noSessionCookie, sessionCookie, sessionReader } from "./sessions.ts";
export { countSessions, endSession, endSessionsOf, sweepSessions } from "./store.ts";
