import type { ja } from "./around-ja.ts";
import type { Answers, FaqFacts } from "./types.ts";

const senders = ({ policy, mailDomain }: FaqFacts): readonly string[] => [
  `From no-reply@${mailDomain}: mails that confirm an address, one-time passwords, mails for who forgot the user ID or password, and news of a lock.`,
  ...(policy?.updateMails.mode === "off"
    ? []
    : [
        `From info@${mailDomain}: that your records, such as medical costs, have news${policy?.updateMails.mode === "always" ? "" : " (depending on your society and on your choice)"}.`,
      ]),
  `From webmaster@${mailDomain}: that your registration is complete, and that your registration, second step or password was changed.`,
];

export const en = (facts: FaqFacts) =>
  ({
    "mail/not-arrived": {
      question: "A mail does not arrive.",
      also: "email receive",
      answer: [
        "Please look into the junk folder.",
        `If you accept mail from certain domains only, allow mail from @${facts.mailDomain}.`,
        "Company mail may take some minutes or be stopped by a check.",
        "Where mails are shown as threads or conversations, a new one may be hidden among older ones. Look at the time in the subject.",
        "Check in your profile that the registered address is right. If you cannot sign in, please ask your society.",
      ],
      links: ["email", "contact"],
    },
    "mail/senders": { question: "Which address do mails come from?", answer: senders(facts) },
    "mail/returned": {
      question: "It says that mail to my address could not be delivered.",
      answer: [
        "A mail to your registered address came back. The address has changed, or cannot receive mail.",
        "Please correct it in your profile. Beside your company's address you can register one of your own.",
      ],
      links: ["email"],
    },
    "mail/confirm": {
      question: "What is the button in the mail for?",
      answer: [
        "It confirms that the address is yours. The button opens a page; press the button there once more, and it is done.",
        ...(facts.policy?.email.atRegistration === "required-verified"
          ? ["Typing the six digits of the same mail where you are registering works too."]
          : []),
      ],
    },
    "mail/link-invalid": {
      question: "It says that the address (URL) is not valid.",
      also: "link expired",
      answer: [
        "The button of a mail works once and for a limited time. If you ask again, the button of the earlier mail stops working.",
        "Press the button of the newest mail, or begin again.",
      ],
    },
    "account/name": {
      question: "The name shown is wrong.",
      answer: ["Your society corrects names. Please ask there."],
      links: ["contact"],
    },
    "account/change": {
      question: "I want to change what I registered.",
      answer: [
        "E-mail address, password, second step, which news you get, the language of mails and the text size: all of them in your profile, after signing in.",
        "For your name please ask your society. A user ID cannot be changed after registration.",
      ],
      links: ["profile"],
    },
    "account/email": {
      question: "How do I change my e-mail address?",
      also: "email",
      answer: [
        "Sign in and change it in your profile. Once you have confirmed the mail to the new address, it is in use at once.",
        "The old address is told. If it was not you, that mail lets you undo the change within 72 hours.",
        "If your company's address will end, you can register one of your own beforehand.",
      ],
      links: ["email"],
    },
    "account/history": {
      question: "Can I see who looked at my data?",
      answer: [
        "Yes. Sign in and open “Record of use” from your profile: it shows what you, the society's staff and others did, and when.",
      ],
      links: ["history"],
    },
    "account/suspicious": {
      question: "Somebody else may have used my account.",
      answer: [
        "Change your password and sign out all devices. See in “Record of use” whether there is a sign-in that was not yours.",
        "Please also contact your society at once. It can stop the use and look into it.",
      ],
      links: ["password", "history", "contact"],
    },
    "account/terms": {
      question: "I am asked to agree to the terms again.",
      answer: [
        "When the terms of use change you are asked once, after your next sign-in. Until you agree you cannot use the service.",
        "The record of what you agreed to before stays, and so does your registration.",
      ],
    },
  }) satisfies Record<keyof ReturnType<typeof ja>, Answers[string]>;
