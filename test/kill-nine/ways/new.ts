import { chosenPassword, type Step, type Way } from "../registration.ts";
import { fillsIn, pressesButton, typesCode } from "./parts.ts";

const own = { name: "address-check", address: ({ email }: { readonly email: string }) => email };

const agree = fillsIn("terms", () => ({}), { button: "agree" });

const chooses: readonly Step[] = [
  // The field holds the issued ID: who keeps it only goes on.
  fillsIn("user-id", ({ userId, issuedId }) => (userId === issuedId ? {} : { userId })),
  // Its mail was received on the way here.
  fillsIn("method", () => ({ method: "mail-otp" })),
  fillsIn("password", () => ({ password: chosenPassword, passwordAgain: chosenPassword })),
];

const before: readonly Step[] = [
  fillsIn("identity", ({ bornOn }) => ({ birthDate: bornOn })),
  agree,
  fillsIn("address", ({ email }) => ({ email })),
];

const at = { society: "asahi", entrance: "asahi.", end: "/?registered" };

/** Manuals D and E. */
export const newByCode: Way = {
  ...at,
  name: "new",
  steps: [...before, typesCode(own), ...chooses],
};

export const newByButton: Way = {
  ...at,
  name: "new, button",
  steps: [...before, pressesButton(own), ...chooses],
};

const onFile = {
  name: "file-address-check",
  address: ({ fileAddress }: { readonly fileAddress: string | null }) => fileAddress ?? "",
};

/** With a password that a society made, and an address on file. */
export const weak: Way = {
  name: "weak",
  society: "sakura",
  entrance: "sakura.",
  steps: [
    fillsIn("identity", ({ bornOn, insurerNumber }) => ({ birthDate: bornOn, insurerNumber })),
    agree,
    fillsIn("file-address", () => ({})),
    typesCode(onFile),
    fillsIn("address", ({ email }) => ({ email })),
    pressesButton(own),
    ...chooses,
  ],
  end: "/?registered",
};
