import type { Language } from "../../../society/types.ts";
import { offeredIn } from "../../factor-steps/index.ts";
import {
  isDemanded,
  type KnownOwner,
  type Method,
  type Methods,
  satisfying,
} from "../../methods/index.ts";
import { addingScene } from "../adding/begin.ts";
import { profileWords } from "../text/profile-text.ts";
import type { Visit } from "../visit.ts";

/** 「使わない」 */
export const none = "none";

/** What may be enrolled now. */
export const offered = (methods: Methods, visit: Visit, known: KnownOwner): readonly Method[] => {
  const { owner, factors } = known;
  return offeredIn(methods.all, { scene: addingScene(visit, known), owner, factors });
};

/** What the pulldown may be set to: what is enrolled and allowed, and what can be enrolled. */
export const choosable = (methods: Methods, visit: Visit, known: KnownOwner): readonly Method[] => {
  const allowed = satisfying(visit.society.policy, known.factors).map(({ method }) => method);
  const open = offered(methods, visit, known);
  return methods.all.filter((one) => allowed.includes(one.name) || open.includes(one));
};

/** Whether 「使わない」 is a choice. */
export const canTurnOff = ({ society }: Visit, { person }: KnownOwner): boolean =>
  !isDemanded(society.policy, person);

type Pulldown = {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string;
};

/** 「認証方法」 with what is active; one that is not allowed any more stands there while it is. */
export const pulldown = (
  methods: Methods,
  visit: Visit,
  { known, lang }: { readonly known: KnownOwner; readonly lang: Language },
): Pulldown => {
  const words = profileWords(lang);
  const { active, factors } = known;
  const open = choosable(methods, visit, known);
  const isOpen = open.some(({ name }) => name === active);
  const own = active === null || isOpen ? [] : [methods.named(active)];
  const options = [...own, ...open].map((method) => {
    const title = method.title(lang);
    const isThere = factors.some((one) => one.method === method.name);
    return { value: method.name as string, label: isThere ? title : words.notYet(title) };
  });
  const off = canTurnOff(visit, known) ? [{ value: none, label: words.notUsed }] : [];
  const first = active === null && off.length === 0 ? [{ value: "", label: words.choose }] : [];
  return { options: [...first, ...options, ...off], chosen: active ?? (off[0]?.value || "") };
};
