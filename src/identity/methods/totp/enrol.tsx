import { digits, errorOf, form, line, optional } from "../../../flow/index.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { doorOf, type Enrolled, type Place } from "../method.ts";
import { freeName, isNameTaken, longestName } from "../names.ts";
import { codesOf, newSeed } from "./codes.ts";
import { devicesIn, type TotpDetail } from "./devices.ts";
import { groupsOf, keyUri } from "./key-uri.ts";
import { codeDigits, judgeCode, noStep } from "./rules.ts";
import { totpWords } from "./text.ts";
import { EnrolPage } from "./views/enrol-page.tsx";

const offeredName = (place: Place): string =>
  freeName(totpWords(place.scene.request.lang).nameBase, devicesIn(place));

const nameIn = (place: Place, typed: string | null): Result<string> => {
  const name = typed ?? offeredName(place);
  return isNameTaken(name, devicesIn(place)) ? refuse("totp-name-taken", { name }) : ok(name);
};

/** A seed, shown once as a pattern and as a key, and kept when its first code is right. */
export const enrolDoor = doorOf<Enrolled>()({
  mint: () => newSeed(),
  know: async () => undefined,
  ask: ({ minted }) => ok({ kept: { seed: minted } }),
  page: (view, { place, kept: { seed }, action, turn, typed, errors }) => {
    const account = place.owner.userId;
    const issuer = place.scene.society.name[view.lang];
    const body = (
      <EnrolPage
        view={view}
        action={action}
        turn={turn}
        errors={errors}
        uri={keyUri({ issuer, account, key: seed })}
        groups={groupsOf(seed)}
        account={account}
        name={typed.totpName ?? offeredName(place)}
      />
    );
    return { title: totpWords(view.lang).enrolTitle, body };
  },
  secrets: ["totpCode"],
  input: ({ place }) =>
    form({
      totpCode: digits(codeDigits),
      totpName: (typed) => {
        const read = optional(line(longestName))(typed);
        return read.ok ? nameIn(place, read.value) : read;
      },
    }),
  prepare: async () => ok(undefined),
  load: async () => undefined,
  judge: ({ place, kept: { seed }, input: { totpCode, totpName } }) => {
    const judged = judgeCode(codesOf(seed, totpCode), noStep, place.scene.now);
    if (!judged.ok) {
      const errors = errorOf("totpCode", judged.code, judged.facts);
      // Whoever types here was shown the seed: there is nothing to guess.
      return { kind: "wrong", errors, isCounted: false, reason: judged.code };
    }
    const detail: TotpDetail = { seed, lastStep: judged.value };
    return { kind: "passed", made: { method: "totp", name: totpName, detail } };
  },
});
