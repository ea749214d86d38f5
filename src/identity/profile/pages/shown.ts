import { dayIn } from "../../../kernel/moments.ts";
import { type Instant, todayInTokyo } from "../../../kernel/time.ts";
import type { Policy } from "../../../society/policy/policy.ts";
import type { Language } from "../../../society/types.ts";
import { factorLabel } from "../../factor-steps/index.ts";
import { type Factor, type KnownOwner, type Methods, satisfying } from "../../methods/index.ts";
import type { Done } from "../notice.ts";
import { judgeRemoval } from "../removal.ts";
import { doneWords, toldByMail } from "../text/done-text.ts";
import type { ShownFactor, ShownNote } from "../views/types.ts";

export const dayOf = (lang: Language, at: Instant): string => dayIn(lang, todayInTokyo(at));

type Showing = {
  readonly methods: Methods;
  readonly policy: Policy;
  readonly lang: Language;
  readonly known: Pick<KnownOwner, "factors" | "active" | "person">;
};

const shownFactor = ({ methods, policy, lang, known }: Showing, factor: Factor): ShownFactor => {
  const method = methods.named(factor.method);
  const title = method.title(lang);
  const isNamed = factor.name !== "" && factor.name !== title;
  return {
    id: factor.id,
    icon: method.icon,
    name: isNamed ? factor.name : title,
    title: isNamed ? title : null,
    addedOn: dayOf(lang, factor.addedAt),
    usedOn: factor.usedAt && dayOf(lang, factor.usedAt),
    isAskedFirst: factor.method === known.active,
    isAllowed: satisfying(policy, [factor]).length > 0,
    canRename: !method.isSingle,
    isLast: judgeRemoval({ policy, person: known.person }, known, factor.id).kind === "last",
  };
};

/** Everything that is enrolled, the oldest first; recovery codes have a section of their own. */
export const shownFactors = (showing: Showing): readonly ShownFactor[] =>
  showing.known.factors
    .filter(({ method }) => !showing.methods.named(method).isSpare)
    .map((factor) => shownFactor(showing, factor));

const kinds: Partial<Readonly<Record<Done["what"], ShownNote["kind"]>>> = {
  unchanged: "info",
  gone: "info",
  last: "warn",
  choose: "warn",
};

const isTold: ReadonlySet<Done["what"]> = new Set(["added", "removed", "renamed"]);

type Noted = { readonly methods: Methods; readonly lang: Language; readonly hasAddress: boolean };

/** What was done, as the page says it. */
export const shownNote = ({ methods, lang, hasAddress }: Noted, done: Done): ShownNote => {
  const which = done.which ? factorLabel(methods, lang, done.which) : "";
  const [title, text] = doneWords(lang)[done.what](which);
  const told = hasAddress && isTold.has(done.what) ? toldByMail[lang] : undefined;
  return { kind: kinds[done.what] ?? "ok", title, text: text ?? told };
};
