import type { Dials } from "./dials.ts";
import type { Enrolled } from "./enrolled.ts";
import type { Event, Story } from "./events.ts";
import type { Words } from "./typing.ts";

// Stories that chance tells about once in some thousand: told first, each time.

const dials: Dials = {
  demand: "required",
  requiredOf: ["insured-person", "dependent"],
  methods: ["passkey", "totp", "mail-otp"],
  factorTries: 2,
  release: "timed",
};

const story = (
  events: readonly Event[],
  {
    enrolled = ["totp phone"],
    ...own
  }: Partial<Story["scenario"]> & { enrolled?: Enrolled[] } = {},
): Story => ({
  scenario: {
    dials: [dials],
    isInsuredPerson: true,
    isMailExempt: false,
    hasAddress: true,
    enrolled,
    ...own,
  },
  events,
  isFinished: true,
});

const first = { browser: "first" } as const;
const second = { browser: "second" } as const;
const signIn: Event = { do: "sign in", ...first };
const goOn: Event = { do: "go on", ...first, which: 0, times: 1 };
const guess: Event = { do: "guess", ...first, count: 2 };
const hour: Event = { do: "wait", hours: 1 };
const other: Event = { do: "other way", ...first, which: 0 };
/** 「OTPメール」 of the choice. */
const chooseMail: Event = { ...goOn, which: 1 };
const posting = (words: Partial<Words>): Event => ({
  do: "post",
  ...first,
  step: "open",
  turn: "now",
  words: { answer: "right", asks: "answer", which: 0, ...words },
});
const remove = (which: number): Event => ({ do: "removed elsewhere", which });
const onlyMail: Dials = { ...dials, methods: ["mail-otp"] };
const onlyPasskeys: Dials = { ...dials, methods: ["passkey"] };
const onlyOffered: Dials = { ...onlyMail, demand: "optional" };

export const rareStories: readonly Story[] = [
  // Three locks in a row: the third is as long as any may be.
  story([guess, hour, signIn, guess, hour, signIn, guess]),
  // A code on paper, and the same once more.
  story([other, goOn, signIn, other, posting({ answer: "old" })], {
    enrolled: ["totp phone", "recovery-codes"],
  }),
  // What was shown is allowed no more; while another is enrolled, somebody guesses elsewhere.
  story([goOn, chooseMail, { do: "sign in", ...second }, { ...guess, ...second }, goOn], {
    dials: [onlyMail],
  }),
  // The same, and what was shown is taken away.
  story([goOn, chooseMail, remove(0), goOn], { dials: [onlyMail] }),
  // Staff lock the account while something is enrolled.
  story([chooseMail, { do: "account locked" }, goOn, goOn], { enrolled: [] }),
  // Codes of mails: after five wrong ones, and after their time.
  story([chooseMail, { ...guess, count: 5 }, posting({})], { enrolled: [], dials: [onlyMail] }),
  story([chooseMail, { do: "wait", minutes: 11 }, posting({})], {
    enrolled: [],
    dials: [onlyMail],
  }),
  story([{ do: "wait", minutes: 11 }, posting({})], { enrolled: ["mail-otp"] }),
  story([{ do: "wait", minutes: 11 }, posting({ answer: "wrong" })], { enrolled: ["mail-otp"] }),
  // Taken away while it is asked for.
  story([remove(0), posting({})], { enrolled: ["mail-otp", "totp phone"] }),
  story([remove(0), posting({})], { enrolled: ["totp phone", "totp tablet"] }),
  // Led back to enrol what another browser took away.
  story([remove(1), { do: "policy", which: 1 }, goOn], {
    enrolled: ["totp phone", "passkey key"],
    dials: [dials, onlyPasskeys],
  }),
  // Demanded when it began, and not at its end, when it is not even allowed.
  story([goOn, { do: "policy", which: 1 }, goOn, goOn], {
    enrolled: [],
    dials: [dials, onlyOffered],
  }),
  // Nobody goes without codes who has no mailbox.
  story([goOn, goOn, posting({ asks: "later" })], {
    enrolled: [],
    hasAddress: false,
    isMailExempt: true,
  }),
];
