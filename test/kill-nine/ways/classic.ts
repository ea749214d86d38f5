import { chosenPassword, flowPath, type Way } from "../registration.ts";
import { fillsIn } from "./parts.ts";

/** Manuals A to C. */
export const classic: Way = {
  name: "classic",
  society: "hikari",
  entrance: "",
  steps: [
    fillsIn("identity", ({ insurerNumber, bornOn }) => ({
      insurerNumber,
      birthDate: bornOn,
      terms: "agree",
    })),
    fillsIn("details", ({ userId, email }) => ({
      userId,
      password: chosenPassword,
      passwordAgain: chosenPassword,
      email,
    })),
    fillsIn("confirm", () => ({})),
  ],
  end: `${flowPath}/completed`,
};
