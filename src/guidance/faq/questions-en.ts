import { en as around } from "./around-en.ts";
import { en as factors } from "./factors-en.ts";
import type { ja } from "./questions-ja.ts";
import { en as recovery } from "./recovery-en.ts";
import { en as rules } from "./rules-text.ts";
import type { Answers, FaqFacts } from "./types.ts";

const maintenance = ({ policy }: Pick<FaqFacts, "policy">): readonly string[] => {
  const rule = policy?.maintenance;
  if (!rule) return ["During maintenance."];
  const moved =
    rule.onNonWorkingDay === "earlier"
      ? " If that is a Saturday, Sunday or holiday: on the working day before."
      : "";
  return [`Yes, on day ${rule.dayOfMonth} of each month from ${rule.from} to ${rule.to}.${moved}`];
};

export const en = ({ policy, mailDomain }: FaqFacts) =>
  ({
    "first-sign-in/need": {
      question: "What do I need for the first sign-in?",
      answer: [
        "The letter from your society with your provisional user ID and password.",
        "To make sure that it is you, we ask for your birth date and the like. The insurer number is the 8-digit number on the letter, the eligibility certificate and the eligibility notice; it is not your symbol and number.",
      ],
    },
    "first-sign-in/lost-letter": {
      question: "I cannot find the letter with my provisional user ID and password.",
      answer: [
        "If you have registered you do not need the letter any more: sign in with the user ID and password that you chose.",
        "If you have not, and the letter has not come or cannot be found, please ask your society for a new one.",
      ],
      links: ["contact"],
    },
    "first-sign-in/expiry": {
      question: "Does the provisional password expire?",
      answer: [
        "Yes. The page tells you when it has expired. Please ask your society for a new letter.",
      ],
    },
    "first-sign-in/interrupted": {
      question: "What happens when I stop during registration?",
      answer: [
        "On the same device and browser you can go on from the sign-in page (“Go on with the registration”).",
        "On another device, or after some time, begin again with the provisional user ID and password.",
      ],
    },
    "first-sign-in/user-id": {
      question: "Which characters can a user ID have?",
      answer: policy ? rules.userId(policy) : ["The registration page says what is allowed."],
    },
    "first-sign-in/password": {
      question: "Which characters can a password have?",
      answer: policy ? rules.password(policy) : ["The registration page says what is allowed."],
    },
    "first-sign-in/family": {
      question: "Can my family register, too?",
      answer: [
        "Whoever received a letter with a provisional user ID can register. Nobody can use another person's letter.",
      ],
    },
    "sign-in/invalid": {
      question: "It says that the user ID or the password is not valid.",
      also: "log in",
      answer: [
        "One of the two is wrong. Please check capital and small letters, and those that look alike (such as the digit 0 and the letter O).",
        "If you have registered, use the user ID and password that you chose, not the provisional ones.",
        "If you forgot them, the links of the sign-in page let you help yourself.",
        "If you still cannot sign in, please tell your society the inquiry number on the page.",
      ],
      links: ["forgot-id", "forgot-password", "contact"],
    },
    ...recovery({ policy }),
    ...factors({ policy }),
    ...around({ policy, mailDomain }),
    "mail/optional": {
      question: "Must I register an e-mail address?",
      answer: policy
        ? rules.email(policy)
        : ["This depends on your society. The registration page says “Required” or “Optional”."],
    },
    "services/what": {
      question: "Which services are there?",
      answer: ["After you sign in, “Home” shows the services that you can use."],
    },
    "services/hours": {
      question: "Are there times when I cannot use it?",
      answer: [
        ...maintenance({ policy }),
        "Maintenance is announced on the sign-in page and on home beforehand. If you were registering, you can go on from there afterwards.",
      ],
    },
    "devices/computer": {
      question: "Can I use a computer?",
      answer: [
        "Yes. Computers, phones and tablets all work with the same user ID.",
        "If you use codes of an authenticator app, have the phone with the app at hand.",
      ],
    },
    "devices/systems": {
      question: "Which phones work?",
      answer: ["iOS 13 or later and Android 9 or later. We advise iOS 14 or Android 10 or later."],
      links: ["guide"],
    },
    "devices/text-size": {
      question: "Can the text be larger?",
      answer: [
        "Yes: “Larger text” at the top of the page, or “Text size” at the bottom.",
        "If you choose it in your profile, other devices show the same size.",
      ],
      links: ["display"],
    },
    "services/notices": {
      question: "Can I be told by mail when there is news?",
      isOf: ({ updateMails }) => updateMails.mode !== "off",
      answer: [
        policy?.updateMails.mode === "by-preference"
          ? "Yes. Choose in your profile, after signing in."
          : "Yes, your registered address is told.",
      ],
      links: ["notices"],
    },
    "services/after-loss": {
      question: "Can I use it after my cover has ended?",
      answer: [
        policy
          ? `For ${policy.afterLoss.readOnlyDays} days you can look at your records. You cannot apply for anything.`
          : "For some time you can look at your records. You cannot apply for anything.",
        "If you registered your company's address, please register one of your own beforehand.",
      ],
      links: ["email"],
    },
  }) satisfies Record<keyof ReturnType<typeof ja>, Answers[string]>;
