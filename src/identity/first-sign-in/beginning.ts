import type { State } from "./types.ts";

/** What a first sign-in has learnt at its beginning, but for what its letter says. */
export const nothingYet = {
  former: null,
  proved: [],
  termsVersion: null,
  email: null,
  verified: [],
  wantsUpdateMails: false,
  userId: null,
  password: null,
  signsOutEverywhere: false,
} satisfies Partial<State>;
