import { en as factors } from "./factors-en.ts";
import type { ja } from "./questions-ja.ts";
import { en as rules } from "./rules-text.ts";
import type { Answers, FaqFacts } from "./types.ts";

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
      question: "I do not know my provisional user ID and password.",
      answer: ["If the letter has not come or cannot be found, please ask your society."],
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
      answer: [
        "One of the two is wrong. Please check capital and small letters, and those that look alike (such as the digit 0 and the letter O).",
        "If you have registered, use the user ID and password that you chose, not the provisional ones.",
        "If you still cannot sign in, please tell your society the inquiry number on the page.",
      ],
    },
    "sign-in/forgotten": {
      question: "I forgot my user ID or my password.",
      answer: ["We must make sure that it is you. Please ask your society."],
    },
    "sign-in/locked": {
      question: "My password is locked.",
      answer: policy
        ? rules.lock(policy)
        : [
            "After several wrong passwords in a row you cannot sign in for a while. Please wait and try again.",
          ],
    },
    "sign-in/signed-out": {
      question: "I was signed out without doing anything.",
      answer: [
        policy
          ? `You are signed out after ${policy.session.idleMinutes} minutes without use, and ${policy.session.absoluteHours} hours after signing in.`
          : "You are signed out when nothing is done for a while.",
        "This is for your safety. Please sign in again.",
      ],
    },
    "sign-in/shared-computer": {
      question: "May I use a shared computer?",
      answer: ["Yes, but always sign out when you are done."],
    },
    ...factors({ policy }),
    "mail/not-arrived": {
      question: "A mail does not arrive.",
      answer: [
        "Please look into the junk folder.",
        `If you accept mail from certain senders only, allow mail from @${mailDomain}.`,
        "Company mail may take some minutes or be stopped by a check.",
        "Where mails are shown as conversations, a new one may be hidden among older ones.",
        "If it still does not arrive, the registered address may be wrong. Please ask your society.",
      ],
    },
    "mail/senders": {
      question: "Which address do mails come from?",
      answer: [
        `From no-reply@${mailDomain}: mails that confirm an address, and one-time passwords.`,
        `From webmaster@${mailDomain}: that your registration is complete, and that your second step was changed.`,
      ],
    },
    "mail/confirm": {
      question: "What is the button in the mail for?",
      answer: [
        "It confirms that the address is yours. The button opens a page; press the button there once more, and it is done.",
        ...(policy?.email.atRegistration === "required-verified"
          ? ["Typing the six digits of the same mail where you are registering works too."]
          : []),
      ],
    },
    "mail/optional": {
      question: "Must I register an e-mail address?",
      answer: policy
        ? rules.email(policy)
        : ["This depends on your society. The registration page says “Required” or “Optional”."],
    },
    "account/name": {
      question: "The name shown is wrong.",
      answer: ["Your society corrects names. Please ask there."],
    },
    "account/change": {
      question: "I want to change what I registered.",
      answer: [
        "You can change your second step in your profile, after signing in.",
        "For everything else please ask your society. A user ID cannot be changed after registration.",
      ],
    },
    "account/suspicious": {
      question: "Somebody else may have used my account.",
      answer: ["Please contact your society at once. It can stop the use and look into it."],
    },
    "services/what": {
      question: "Which services are there?",
      answer: ["After you sign in, “Home” shows the services that you can use."],
    },
    "services/hours": {
      question: "Are there times when I cannot use it?",
      answer: ["During maintenance. It is announced on the sign-in page beforehand."],
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
    },
    "devices/text-size": {
      question: "Can the text be larger?",
      answer: ["Yes: “Larger text” at the top of the page, or “Text size” at the bottom."],
    },
  }) satisfies Answers & Record<keyof ReturnType<typeof ja>, unknown>;
