import type { Dials } from "./dials.ts";
import type { Event, Story } from "./events.ts";
import type { FormerMethod } from "./factors.ts";
import type { Taste } from "./person.ts";
import { rightWords } from "./person.ts";
import type { Words } from "./typing.ts";

// Stories that chance tells about once in some thousand: told first, each time.

const dials: Dials = {
  style: "new",
  proof: ["birth-date"],
  proofTries: 5,
  atRegistration: "required-verified",
  updateMails: "off",
  issuedId: "may stay",
  idLength: [8, 13],
  digitsOnlyMaxLength: 12,
  symbols: "-_.",
  passwordLength: 8,
  passwordNeeds: [],
  characters: "any",
  secondFactor: "optional",
  linkMinutes: 30,
};

const taste: Taste = { choice: 0, pressesButtons: false, isStubborn: false, slip: {} };
const stubborn = { ...taste, isStubborn: true };
/** Chooses another address than whoever has no taste. */
const another = { ...taste, choice: 2 };

const first = { browser: "first" } as const;
const goOn: Event = { do: "go on", ...first, taste, times: 1 };
const typeNewest: Event = { ...goOn, taste: stubborn };
const changeAddress: Event = { do: "go back", ...first, to: "address", taste: another };
/** Identity, terms, address: a mail is on its way. */
const mailed = [goOn, goOn, goOn] as const;

const story = (events: readonly Event[], scenario: Partial<Story["scenario"]> = {}): Story => ({
  scenario: {
    isTwice: false,
    dials: [dials],
    isWeak: false,
    issuedId: "8123456789016",
    fileAddress: null,
    former: null,
    isExempt: false,
    ...scenario,
  },
  events,
  isFinished: true,
});

const onlyNeeded: Dials = {
  ...dials,
  atRegistration: "required",
  proof: ["insurer-number", "birth-date"],
};

const resend: Event = { ...goOn, taste: { ...taste, slip: { action: "resend" } } };
const guess: Event = { do: "guess codes", ...first, count: 5 };

const noAddress: Event = {
  do: "post",
  ...first,
  step: "address",
  turn: "now",
  words: { ...rightWords, email: "" },
};
const asPassword = (password: Words["password"]): Event => ({
  ...goOn,
  taste: { ...taste, slip: { password } },
});

/** Somebody registered, with an app, a mailbox and codes on paper. */
const enrolled = (...factors: readonly FormerMethod[]): Partial<Story["scenario"]> => ({
  former: {
    userId: "hanako-2026",
    email: "hanako@asahi.example",
    isConfirmed: true,
    factors,
    resets: false,
  },
});
const byOther = (other: Words["other"]): Event => ({
  ...goOn,
  taste: { ...taste, slip: { other } },
});
const onPaper = (recoveryCode: Words["recoveryCode"]): Event => ({
  ...goOn,
  taste: { ...taste, slip: { recoveryCode } },
});
/** The address is asked and checked; then the user ID and the password. */
const toTheEnd = Array.from({ length: 6 }, () => goOn);

export const rareStories: readonly Story[] = [
  // The right code after five wrong ones.
  story([...mailed, guess, typeNewest]),
  // The right code after thirty wrong ones, five of each mail.
  story([...mailed, ...Array.from({ length: 6 }, () => [guess, resend]).flat(), typeNewest]),
  // Eleven mails within minutes.
  story([...mailed, ...Array.from({ length: 10 }, () => resend)]),
  story([...mailed, { do: "wait", minutes: 11 }, typeNewest]),
  story([...mailed, { do: "wait", minutes: 31 }, { do: "press", which: 0 }]),
  // The button of the address that was changed since.
  story([...mailed, changeAddress, { do: "press", which: 1 }]),
  // A guessable password in two browsers: the button of one's mail, sent by the other.
  story(
    [
      ...mailed,
      ...mailed.map((event) => ({ ...event, browser: "second" }) as Event),
      {
        do: "post",
        ...first,
        step: "open",
        turn: "now",
        words: { ...rightWords, token: "of the other browser" },
      },
    ],
    { isWeak: true, isTwice: true },
  ),
  // Checked, changed while no check was asked, and then asked again: the first one's code.
  story(
    [
      ...[...mailed, goOn, goOn],
      { do: "policy", which: 1 },
      ...[goOn, goOn, changeAddress, goOn],
      { do: "policy", which: 0 },
      ...[goOn, typeNewest],
    ],
    { dials: [dials, onlyNeeded] },
  ),
  // The button outlives the flow.
  story([...mailed, { do: "wait", hours: 1 }, { do: "press", which: 0 }], {
    dials: [{ ...dials, linkMinutes: 90 }],
  }),
  // No address was needed at first.
  story([goOn, goOn, noAddress, goOn, { do: "policy", which: 1 }], {
    dials: [
      { ...dials, atRegistration: "optional" },
      { ...dials, atRegistration: "required" },
    ],
  }),
  // The last page's form, sent from another device.
  story([
    ...[...mailed, goOn, goOn],
    { do: "press anything", ...first, step: "password", words: rightWords },
  ]),
  story([...mailed, goOn, goOn, asPassword("the issued ID")]),
  story([...mailed, goOn, goOn, asPassword("abcd-2345-wxyz")]),
  // Shown, and taken away before the end: the other one is asked for.
  story(
    [goOn, goOn, { do: "factor removed", method: "totp" }, ...toTheEnd],
    enrolled("totp", "mail-otp"),
  ),
  // Both taken away while one is asked for.
  story([goOn, { do: "factor removed", method: "totp" }, goOn, ...toTheEnd], enrolled("totp")),
  // Codes on paper: none of them, one that was used, a right one.
  story(
    [goOn, byOther("recovery-codes"), onPaper("zzzzz-zzzzz"), ...toTheEnd],
    enrolled("totp", "recovery-codes"),
  ),
  story(
    [
      ...[goOn, byOther("recovery-codes"), goOn, { do: "begin", ...first } as const],
      ...[goOn, byOther("recovery-codes"), onPaper("used"), ...toTheEnd],
    ],
    enrolled("totp", "recovery-codes"),
  ),
];
