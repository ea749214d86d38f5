import type { ja } from "./recovery-ja.ts";
import { en as rules } from "./rules-text.ts";
import type { Answers, FaqFacts } from "./types.ts";

type Facts = Pick<FaqFacts, "policy">;

/** The link of the sign-in page, as this entrance has it. */
const forgotId = ({ policy }: Facts) =>
  policy?.firstSignIn.style === "new" ? "“Forgot your user ID?”" : "“Forgot your ID?”";

/** Who is locked out by wrong factors enrols anew by themselves. */
const canRenew = ({ policy }: Facts) => policy?.recovery.lostAuthenticator === "proofed-reset";

const newPassword = ({ policy }: Facts): readonly string[] => {
  const minutes = policy?.recovery.provisionalLifetimeMinutes ?? 60;
  const link = policy?.recovery.linkLifetimeMinutes ?? 60;
  const byLink = `Press the button of the mail, or type its six digits on the page, and choose a new password. The button works for ${link} minutes.`;
  const byMail = `A provisional password comes by mail. Type your user ID and that password on the sign-in page, and choose a new one. It works once, within ${minutes} minutes. Your old password works until you have chosen another.`;
  if (!policy) return ["Choose a new password as the mail says."];
  return [policy.recovery.forgottenPassword === "link" ? byLink : byMail];
};

export const en = ({ policy }: Facts) =>
  ({
    "sign-in/forgotten-id": {
      question: "I forgot my user ID.",
      also: "lost remember",
      answer: [
        "If you have never signed in: your provisional user ID is on the letter from your society.",
        `If you have registered, press ${forgotId({ policy })} on the sign-in page. Type your insurer number, symbol and number, name in kana, birth date and registered e-mail address. If they match, a mail comes; its button or its six digits show your user ID.`,
        "If you registered no address, or cannot use it any more, please ask your society.",
      ],
      links: ["forgot-id", "contact"],
    },
    "sign-in/forgotten-password": {
      question: "I forgot my password.",
      also: "lost remember reset",
      answer: [
        "Press “Forgot your password?” on the sign-in page and type your user ID and registered e-mail address.",
        ...newPassword({ policy }),
        "If you use a second step, it is asked here, too. If mailed codes are all you use, we also make sure that it is you.",
        "If you registered no address, or cannot use it any more, please ask your society.",
      ],
      links: ["forgot-password", "contact"],
    },
    "sign-in/locked": {
      question: "My password is locked.",
      also: "unlock",
      answer: [
        ...(policy
          ? rules.lock(policy)
          : [
              "After several wrong passwords in a row you cannot sign in for a while. Please wait and try again.",
            ]),
        "You need not wait: “Forgot your password?” on the sign-in page lets you choose a new one, and the lock is gone. With a passkey you can sign in even while the password is locked.",
        "You are told by mail. If it was not you, please tell your society.",
      ],
      links: ["forgot-password", "contact"],
    },
    "sign-in/account-locked": {
      question: "My account is locked.",
      also: "unlock",
      answer: [
        `After ${policy ? policy.lock.factorTries : "several"} wrong one-time passwords or the like in a row your account is locked. It opens again by itself; a mail tells you when.`,
        canRenew({ policy })
          ? "If you cannot wait, press “Forgot your password?” on the sign-in page: you type who you are, set up your second step anew, and it is open again."
          : "If you cannot wait, please ask your society: it can open the account again.",
        "If your society has stopped the use, it does not open by itself, nor by choosing a new password. Please ask your society.",
      ],
      links: ["contact"],
    },
    "sign-in/password-expiry": {
      question: "Does my password expire?",
      isOf: ({ password }) => password.maxAgeDays !== null,
      answer: [
        `Yes, ${policy?.password.maxAgeDays ?? ""} days after you chose it. Home and a mail tell you in time.`,
        "Afterwards you can still sign in: a page asks you to choose a new one.",
      ],
      links: ["password"],
    },
    "sign-in/signed-out": {
      question: "I was signed out without doing anything.",
      also: "timeout",
      answer: [
        policy
          ? `You are signed out after ${policy.session.idleMinutes} minutes without use, and ${policy.session.absoluteHours} hours after signing in. The page tells you before.`
          : "You are signed out when nothing is done for a while. The page tells you before.",
        "This is for your safety. Please sign in again. If you do so at once with the same user ID, some pages still have what you were typing.",
      ],
    },
    "sign-in/other-devices": {
      question: "I am still signed in on another device.",
      answer: [
        "Sign in and look at “Where you are signed in”, from your profile. You can sign out each of them, or all at once.",
      ],
      links: ["sessions"],
    },
    "sign-in/shared-computer": {
      question: "May I use a shared computer?",
      answer: ["Yes, but always sign out when you are done."],
    },
  }) satisfies Record<keyof ReturnType<typeof ja>, Answers[string]>;
