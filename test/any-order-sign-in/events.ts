import fc from "fast-check";
import { type Dials, dials } from "./dials.ts";
import { type Enrolled, enrolledNames } from "./enrolled.ts";
import { someWords, type Words } from "./typing.ts";
import { type Browser, browsers, type Scenario } from "./world.ts";

// What may happen in a story, in any order.

export const steps = ["verify", "method", "enrol", "recovery-codes"] as const;

type Span = { readonly seconds?: number; readonly minutes?: number; readonly hours?: number };
type By = { readonly browser: Browser };

export type Event =
  /** The right password. */
  | ({ readonly do: "sign in" } & By)
  /** The next page, as it asks; `times`: sent twice at once. */
  | ({ readonly do: "go on"; readonly which: number; readonly times: 1 | 2 } & By)
  | ({
      readonly do: "post";
      /** `open`: whatever page is. */
      readonly step: string;
      readonly words: Words;
      readonly turn: "now" | "before" | "of the other browser";
    } & By)
  | ({ readonly do: "guess"; readonly count: number } & By)
  /** 「別の方法で認証する」, or 「ほかの方法を選ぶ」 */
  | ({ readonly do: "other way"; readonly which: number } & By)
  | ({ readonly do: "wait" } & Span)
  | { readonly do: "policy"; readonly which: number }
  | { readonly do: "enrolled elsewhere"; readonly what: Enrolled }
  | { readonly do: "removed elsewhere"; readonly which: number }
  | { readonly do: "password changed" }
  | { readonly do: "address changed" }
  | { readonly do: "account locked" }
  | { readonly do: "account unlocked" };

const browser: fc.Arbitrary<Browser> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(browsers[0]) },
  { weight: 1, arbitrary: fc.constant(browsers[1]) },
);
const does = <const D extends string>(what: D) => fc.constant(what);
const isRare = (n: number) => fc.integer({ min: 1, max: n }).map((drawn) => drawn === n);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.constant("open") },
  { weight: 1, arbitrary: fc.constantFrom(...steps) },
);

/** Weights in thousandths. */
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 170, arbitrary: fc.record({ do: does("sign in"), browser }) },
  {
    weight: 330,
    arbitrary: fc.record({
      do: does("go on"),
      browser,
      which: fc.nat(11),
      times: isRare(8).map((isTwice): 1 | 2 => (isTwice ? 2 : 1)),
    }),
  },
  {
    weight: 170,
    arbitrary: fc.record({
      do: does("post"),
      browser,
      step,
      words: someWords,
      turn: fc.constantFrom("now", "now", "now", "now", "before", "of the other browser"),
    }),
  },
  {
    weight: 50,
    arbitrary: fc.record({
      do: does("guess"),
      browser,
      count: fc.integer({ min: 1, max: 6 }),
    }),
  },
  { weight: 70, arbitrary: fc.record({ do: does("other way"), browser, which: fc.nat(11) }) },
  {
    weight: 70,
    arbitrary: fc
      .constantFrom<Span>(
        { seconds: 30 },
        { seconds: 61 },
        { minutes: 11 },
        { minutes: 21 },
        { hours: 1 },
      )
      .map((span) => ({ do: "wait" as const, ...span })),
  },
  { weight: 60, arbitrary: fc.record({ do: does("policy"), which: fc.nat(2) }) },
  {
    weight: 30,
    arbitrary: fc.record({
      do: does("enrolled elsewhere"),
      what: fc.constantFrom(...enrolledNames),
    }),
  },
  { weight: 30, arbitrary: fc.record({ do: does("removed elsewhere"), which: fc.nat(5) }) },
  {
    weight: 20,
    arbitrary: fc.constantFrom<Event>(
      { do: "password changed" },
      { do: "address changed" },
      { do: "account locked" },
      { do: "account unlocked" },
      { do: "account unlocked" },
    ),
  },
);

const enrolled = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Enrolled[]>([]) },
  { weight: 3, arbitrary: fc.subarray<Enrolled>([...enrolledNames]) },
);

const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    dials: fc.array<Dials>(dials, { minLength: 3, maxLength: 3 }),
    isInsuredPerson: isRare(4).map((isDependent) => !isDependent),
    isMailExempt: isRare(5),
    hasAddress: isRare(5).map((isWithout) => !isWithout),
    enrolled,
  })
  // Codes alone are nobody's; a mailbox is enrolled where there is an address.
  .map((one) => ({
    ...one,
    hasAddress: one.hasAddress && !one.isMailExempt,
    enrolled: one.enrolled.filter(
      (what, _, all) =>
        (what !== "mail-otp" || (one.hasAddress && !one.isMailExempt)) &&
        (what !== "recovery-codes" || all.some((other) => other !== what && other !== "mail-otp")),
    ),
  }));

export type Story = {
  readonly scenario: Scenario;
  readonly events: readonly Event[];
  /** Whether the first browser then goes on to the end. */
  readonly isFinished: boolean;
};

export const story: fc.Arbitrary<Story> = fc.record({
  scenario,
  events: fc.array(event, { minLength: 1, maxLength: 25, size: "max" }),
  isFinished: fc.boolean(),
});
