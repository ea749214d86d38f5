export { sampleSession } from "./sample.ts";
export {
  beginSession,
  endEarlier,
  livingSession,
  noSessionCookie,
  sessionCookie,
  sessionReader,
  sessionToken,
} from "./sessions.ts";
export {
  countSessions,
  endOtherSessions,
  endSession,
  endSessionsOf,
  renewSession,
} from "./store.ts";
