export { beginSession, noSessionCookie, sessionCookie, sessionReader } from "./sessions.ts";
export { countSessions, endSession, endSessionsOf } from "./store.ts";
