import type { ja } from "./factors-ja.ts";
import type { Answers, FaqFacts } from "./types.ts";

const withoutOther = ({ policy }: Pick<FaqFacts, "policy">): readonly string[] =>
  policy?.recovery.lostAuthenticator === "proofed-reset"
    ? [
        "If you have no other way, press “Forgot your password?” on the sign-in page. Under “If you have lost your device” on the way you type who you are, and set up your second step anew.",
        "If you registered no address, please ask your society.",
      ]
    : ["If you have no other way, please ask your society."];

export const en = ({ policy }: Pick<FaqFacts, "policy">) =>
  ({
    "second-factor/code-not-taken": {
      question: "I type the six digits and still cannot sign in.",
      also: "OTP",
      method: "totp" as const,
      answer: [
        "Wait until the number changes and type the new one. A number that was used once does not work again.",
        "Close the authenticator app and open it again.",
        "Let the phone set its date and time automatically: with a wrong clock the numbers differ.",
        "If you set up two devices or more, choose the one that you look at under “Device”.",
      ],
    },
    "second-factor/code-wrong": {
      question: "It says that the one-time password is not correct.",
      answer: [
        "Check the six digits once more. Those of an app change every 30 seconds: compare the time on the page with the clock of your phone.",
        "Those of a mail work for ten minutes. If several mails arrived, only the newest one counts.",
        `After ${policy ? policy.lock.factorTries : "several"} wrong ones in a row you cannot sign in for a while.`,
      ],
    },
    "second-factor/two-devices": {
      question: "Can I use two phones?",
      answer: [
        "Yes. Sign in and add the second one under “Second step” in your profile. You can name them, to tell them apart.",
        "It also helps when you lose one of them.",
      ],
      links: ["profile"],
    },
    "second-factor/remove-device": {
      question: "Can I delete a phone that I do not use any more?",
      answer: [
        "Yes. Sign in and delete it under “Second step” in your profile.",
        "You see its name and when it was last used: please do not delete the one that you use. The last one that you need cannot be deleted.",
      ],
      links: ["profile"],
    },
    "second-factor/lost-device": {
      question: "I changed or lost the phone that I confirm with.",
      also: "broken stolen",
      answer: [
        "If you have set up something else, choose “Confirm in another way” while signing in. A recovery code that you kept works too.",
        "Once you are in, add the new device under “Second step” in your profile and delete the lost one.",
        ...withoutOther({ policy }),
      ],
      links: ["forgot-password", "contact"],
    },
    "second-factor/recovery-codes": {
      question: "What are recovery codes?",
      answer: [
        "Ten codes that stand in for your usual second step. Each works once.",
        "Sign in and make them in your profile. If you make new ones, the old ones stop working.",
      ],
      links: ["profile"],
    },
    "second-factor/key-invalid": {
      question: "It says that the passkey could not be set up.",
      method: "passkey" as const,
      answer: [
        "Check that a password manager (Google Password Manager, Apple Passwords) is there and switched on.",
        "A company may forbid it on its devices. Ask there, or use a phone of your own.",
        "Check that a screen lock (fingerprint, face or PIN) is set.",
        "If nothing helps, go on with “Choose another way”.",
      ],
      links: ["passkey"],
    },
    "second-factor/change-method": {
      question: "How do I change my second step?",
      answer: [
        "Sign in, open your profile and choose under “Second step”. If what you choose is not set up yet, you set it up at once.",
      ],
      links: ["profile"],
    },
    "second-factor/app-qr": {
      question: "The QR code for the authenticator app cannot be scanned.",
      method: "totp" as const,
      answer: [
        "Use “Scan a QR code” inside the authenticator app, not the camera of the phone.",
        "If it fails, press “Cannot scan it?” below the QR code: it shows a key that you can type into the app.",
      ],
    },
    "second-factor/passkey-qr": {
      question: "The QR code for the passkey cannot be scanned.",
      method: "passkey" as const,
      answer: [
        "Switch on Bluetooth on both the computer and the phone, and keep them near each other. It does not work without Bluetooth.",
        "Use the camera that came with the phone. On Android the QR scanner beside the address bar of Chrome works too.",
        "Android 8 and older do not work. Android 9 works. Android 10 or later is advised.",
        "iOS 12 and older do not work. iOS 13 works. iOS 14 or later is advised.",
        "If it still fails, the device may not know passkeys (FIDO). Ask its maker, or use another second step. The user guide tells how, step by step.",
      ],
      links: ["passkey"],
    },
  }) satisfies Record<keyof ReturnType<typeof ja>, Answers[string]>;
