import { actionOf } from "../../../flow/index.ts";
import { isSameAddress } from "../../../kernel/mail-address.ts";
import { changeAddresses } from "../effects.ts";
import { swapped, withoutSecond } from "../rules.ts";
import { holdWhole, type Whole } from "../store.ts";
import type { Done } from "../types.ts";

/** The second address that the page showed. */
type Input = { readonly second: string };

const isShown = ({ addresses: { second } }: Whole, input: Input): boolean =>
  second !== null && isSameAddress(second, input.second);

/** 「主なアドレスにする」. What was shown and is there no more, changes nothing. */
export const swap = actionOf<Input, Whole, Done>({
  load: (tx, { session }) => holdWhole(tx, session.accountId),
  decide: ({ scene, input, loaded: whole }) => {
    if (!isShown(whole, input)) return { outcome: "no-second" };
    const after = swapped(whole.addresses);
    return { outcome: "swapped", ...changeAddresses(scene, { what: "swapped", whole, after }) };
  },
});

/** 「削除する」 */
export const removeSecond = actionOf<Input, Whole, Done>({
  load: (tx, { session }) => holdWhole(tx, session.accountId),
  decide: ({ scene, input, loaded: whole }) => {
    if (!isShown(whole, input)) return { outcome: "no-second" };
    const after = withoutSecond(whole.addresses);
    const effects = changeAddresses(scene, { what: "second-removed", whole, after });
    return { outcome: "second-removed", ...effects };
  },
});
