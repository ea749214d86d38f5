export { sampleSession } from "./sample.ts";
export {
  beginSession,
  endEarlier,
  endedToken,
  isKeeping,
  keptCookie,
  livingSession,
  noSessionCookie,
  rememberEnded,
  sessionCookie,
  sessionReader,
  sessionToken,
} from "./sessions.ts";
export { leavesOf, sessionRoutes } from "./stay/routes.ts";
export {
  countSessions,
  endOtherSessions,
  endSession,
  endSessionsOf,
  hasComeOrGone,
  isOfBrowser,
  renewSession,
} from "./store.ts";
