import { digits, errorOf, form, oneOf } from "../../../flow/index.ts";
import { asId, type FactorId } from "../../../kernel/ids.ts";
import { ok } from "../../../kernel/result.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";
import { doorOf, type Known, type Place } from "../method.ts";
import { wayBeside } from "../rules.ts";
import { codesOf } from "./codes.ts";
import { devicesIn } from "./devices.ts";
import { codeDigits, judgeCode, lastUsed } from "./rules.ts";
import { openSeed } from "./sealed.ts";
import { deviceOf, takeStep } from "./store.ts";
import { totpWords } from "./text.ts";
import { ChallengePage } from "./views/challenge-page.tsx";

type Input = { readonly totpDevice: FactorId; readonly totpCode: string };

/** Who has one device is not asked which. */
const deviceField = (place: Place) => {
  const devices = devicesIn(place);
  const [only] = devices;
  const choose = oneOf(devices.map(({ id }): string => id));
  return (typed: string) => choose(typed === "" && devices.length === 1 && only ? only.id : typed);
};

/** The code of one device, judged by the seed of that device alone. */
export const challengeDoor = (secrets: Secrets) =>
  doorOf<Known>()({
    mint: () => undefined,
    know: async () => undefined,
    // Nothing of it needs to be kept: an app knows no question.
    ask: () => ok({ kept: null }),
    page: (view, { place, action, turn, typed, errors }) => {
      const devices = devicesIn(place);
      const body = (
        <ChallengePage
          view={view}
          action={action}
          turn={turn}
          errors={errors}
          society={place.scene.society.name[view.lang]}
          devices={devices}
          way={wayBeside(place, "totp")}
          device={typed.totpDevice ?? lastUsed(devices)?.id ?? ""}
        />
      );
      return { title: totpWords(view.lang).askTitle, body };
    },
    secrets: ["totpCode"],
    input: ({ place }) => {
      const read = form({ totpDevice: deviceField(place), totpCode: digits(codeDigits) });
      return (typed) => {
        const answer = read(typed);
        if (!answer.ok) return answer;
        const { totpDevice, totpCode } = answer.input;
        return { ok: true, input: { totpDevice: asId<"factor">(totpDevice), totpCode } };
      };
    },
    prepare: async () => ok(undefined),
    load: async (
      tx,
      { place, input: { totpDevice: factorId } }: { place: Place; input: Input },
    ) => {
      const kept = await deviceOf(tx, place.owner.accountId, factorId);
      if (!kept) return undefined;
      const seed = openSeed(secrets, { society: tx.society, factorId }, kept.seed);
      return { seed, lastStep: kept.lastStep };
    },
    judge: ({ place, input: { totpDevice: factorId, totpCode }, loaded }) => {
      const wrong = (code: string, isCounted: boolean, facts = {}) =>
        ({
          kind: "wrong",
          errors: errorOf("totpCode", code, facts),
          isCounted,
          reason: code,
        }) as const;
      // Taken away since the flow began: no guess at anything.
      if (!loaded) return wrong("totp-device-gone", false);
      const codes = codesOf(loaded.seed, totpCode);
      const judged = judgeCode(codes, loaded.lastStep, place.scene.now);
      if (!judged.ok) {
        // The very code that was taken last, typed twice by its owner, is no guess at another one.
        const isAgain = judged.code === "totp-used" && codes(loaded.lastStep);
        return wrong(judged.code, !isAgain, judged.facts);
      }
      return { kind: "passed", factorId, changes: [takeStep(factorId, judged.value)] };
    },
  });
