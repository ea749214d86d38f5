import type { Bench } from "./types.ts";

/** One line a bench; loaded only when it runs. */
export const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  "members-import": async () => (await import("./members-import.ts")).membersImport,
  "credentials-import": async () => (await import("./credentials-import.ts")).credentialsImport,
  letters: async () => (await import("./letters.ts")).letters,
  issue: async () => (await import("./issue.ts")).issue,
  "password-hash": async () => (await import("./password-hash.ts")).passwordHash,
  "sign-in": async () => (await import("./serving/sign-in.ts")).signIn,
  "second-factor": async () => (await import("./serving/second-factor.ts")).secondFactor,
  "equal-answers": async () => (await import("./equal-answers.ts")).equalAnswers,
  "sign-in-page": async () => (await import("./serving/sign-in-page.ts")).signInPage,
  home: async () => (await import("./serving/home.ts")).home,
  mail: async () => (await import("./mail.ts")).mail,
  backup: async () => (await import("./backup.ts")).backup,
  start: async () => (await import("./serving/start.ts")).start,
};
