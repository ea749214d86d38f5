import { judgePress as judgeConfirmation } from "../../src/identity/address/rules.ts";
import { endOf } from "../../src/identity/first-sign-in/rules.ts";
import {
  codeTries,
  judgeCode,
  judgePress,
  mailsADay,
  type SentCheck,
  sendRefused,
} from "../../src/identity/mail-check/rules.ts";
import { judgePasskey } from "../../src/identity/sign-in/passkey/rules.ts";
import { type FoundLogin, judgeSignIn } from "../../src/identity/sign-in/rules.ts";
import { type Instant, later, type PlainDate } from "../../src/kernel/time.ts";
import { defaultPolicy } from "../../src/society/policy/policy.ts";
import { drawTree, type Question } from "./draw-tree.ts";

const now = "2026-11-20T01:00:00.000Z" as Instant;
const before = later(now, { days: -1 });
const after = later(now, { days: 1 });
const today = "2026-11-20" as PlainDate;

const yesNo = (name: string, asks: string): Question => ({ name, asks, answers: ["no", "yes"] });

const signIn = drawTree(
  "Sign-in: what a try comes to. The member reads one sentence for all that failed.",
  [
    { name: "kind", asks: "whose user ID?", answers: ["nobody's", "an account's", "a letter's"] },
    yesNo("locked", "password lock?"),
    yesNo("right", "right password?"),
    {
      name: "state",
      asks: "the letter is",
      answers: ["prepared", "active", "used", "void"],
    },
    yesNo("expired", "past its last day?"),
    yesNo("staff", "locked by staff?"),
    yesNo("factor", "locked by wrong second factors?"),
  ],
  ({ kind, locked, right, state, expired, staff, factor }) => {
    const login: FoundLogin = {
      kind: kind === "nobody's" ? null : kind === "an account's" ? "account" : "provisional",
      lockedAt: staff === "yes" ? before : null,
      lockedUntil: locked === "yes" ? after : null,
      credentialState: state as FoundLogin["credentialState"],
      expiresAt: expired === "yes" ? before : after,
      factorMethod: null,
      factorLockedUntil: factor === "yes" ? after : null,
    };
    const judged = judgeSignIn(login, right === "yes", now);
    if (judged.kind === "letter") return `told: the letter is ${judged.because}`;
    if (judged.kind !== "failed") return judged.kind;
    return `failed: ${judged.reason}${judged.counts ? ", counts" : ""}`;
  },
);

const sent = (own: Partial<SentCheck>): SentCheck => ({
  email: "a@example.jp",
  wrong: 0,
  sentAt: before,
  codeUntil: after,
  linkUntil: after,
  confirmedAt: null,
  ...own,
});

const code = drawTree(
  "The digits of a mail: what typing them comes to.",
  [
    {
      name: "wrong",
      asks: "wrong tries so far",
      answers: Array.from({ length: codeTries + 1 }, (_, count) => String(count)),
    },
    yesNo("expired", "too late?"),
    yesNo("right", "right digits?"),
  ],
  ({ wrong, expired, right }) => {
    const check = sent({ wrong: Number(wrong), codeUntil: expired === "yes" ? before : after });
    const judged = judgeCode(check, right === "yes", now);
    return judged.ok ? "confirmed" : judged.code;
  },
);

const button = drawTree(
  "The button of a mail: what pressing it comes to.",
  [
    yesNo("confirmed", "confirmed already?"),
    yesNo("other", "another address typed since?"),
    yesNo("expired", "too late?"),
  ],
  ({ confirmed, other, expired }) =>
    judgePress(
      sent({
        confirmedAt: confirmed === "yes" ? before : null,
        linkUntil: expired === "yes" ? before : after,
      }),
      other === "yes" ? "b@example.jp" : "a@example.jp",
      now,
    ),
);

const again = drawTree(
  "「再送信」: whether another mail goes.",
  [
    { name: "today", asks: "mails within 24 hours", answers: ["fewer", "all"] },
    yesNo("just", "the last one a minute ago, or less?"),
  ],
  ({ today: sentToday, just }) =>
    sendRefused({
      sentToday: sentToday === "all" ? mailsADay : 1,
      lastSentAt: just === "yes" ? now : before,
      now,
    })?.code ?? "sent",
);

const confirmation = drawTree(
  "After the registration: the button that confirms an address.",
  [
    yesNo("other", "another address registered since?"),
    yesNo("confirmed", "confirmed already?"),
    yesNo("expired", "too late?"),
  ],
  ({ other, confirmed, expired }) =>
    judgeConfirmation(
      {
        email: "a@example.jp",
        currentEmail: other === "yes" ? "b@example.jp" : "a@example.jp",
        confirmedAt: confirmed === "yes" ? before : null,
        expiresAt: expired === "yes" ? before : after,
      },
      now,
    ),
);

const end = drawTree(
  "The last step of a first sign-in: whether it can be completed at all.",
  [
    yesNo("registered", "registered already?"),
    { name: "state", asks: "the letter is", answers: ["active", "used", "void"] },
    yesNo("locked", "account locked by staff?"),
    yesNo("lost", "without cover today?"),
  ],
  ({ registered, state = null, locked, lost }) =>
    endOf(
      {
        credentialState: state,
        isRegistered: registered === "yes",
        isLocked: locked === "yes",
        lostOn: lost === "yes" ? today : null,
      },
      today,
    ) ?? "goes on",
);

const passkey = drawTree(
  "Sign-in by a passkey whose answer was right. The member reads one sentence for all that failed.",
  [
    yesNo("gone", "deleted meanwhile?"),
    yesNo("staff", "locked by staff?"),
    yesNo("wrong", "locked by wrong second factors?"),
    yesNo("letter", "waits for a new letter?"),
    yesNo("off", "passkeys turned off by the society?"),
    yesNo("changed", "used at the same moment?"),
  ],
  ({ gone, staff, wrong, letter, off, changed }) => {
    const read = { publicKey: "", counter: 1 };
    const methods = off === "yes" ? ["totp" as const] : defaultPolicy.secondFactor.methods;
    const judged = judgePasskey({
      read,
      held: {
        lockedAt: staff === "yes" ? before : null,
        factorLockedUntil: wrong === "yes" ? after : null,
        isAwaitingLetter: letter === "yes",
        passkey: gone === "yes" ? null : { ...read, counter: changed === "yes" ? 2 : 1 },
      },
      policy: { secondFactor: { ...defaultPolicy.secondFactor, methods } },
      now,
    });
    if (judged.kind === "changed") return "verified once more";
    return judged.kind === "right" ? "signed-in" : `failed: ${judged.reason}`;
  },
);

/** Decisions on the way of a flow, by the name of their drawing. */
export const ruleDrawings: Readonly<Record<string, string>> = {
  "sign-in": signIn,
  "sign-in-by-passkey": passkey,
  "mail-check-digits": code,
  "mail-check-button": button,
  "mail-check-again": again,
  "confirm-address": confirmation,
  "first-sign-in-last": end,
};
