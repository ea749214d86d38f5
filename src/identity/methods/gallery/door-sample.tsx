import type { FieldRefusals, Scene, Typed } from "../../../flow/index.ts";
import { messagesOf } from "../../../flow/text.ts";
import { asId, type FactorId } from "../../../kernel/ids.ts";
import { later } from "../../../kernel/time.ts";
import type { InBoth, Language } from "../../../society/types.ts";
import { sampleNow } from "../../../ui/gallery/states.ts";
import type { PageSample, Setting } from "../../../ui/gallery/types.ts";
import { ErrorSummary, Page } from "../../../ui/index.ts";
import type { AnyDoor, ChosenMethod, Factor, Method, Owner, Place } from "../method.ts";

// A fictional person before a door, as the steps of a flow open it.

const id = (last: number) => asId<never>(`01977420-0000-7000-8000-0000000000${last}`);

const owner: Owner = {
  accountId: id(20),
  memberId: id(21),
  userId: "hanako822",
  initials: "H.S.",
  email: "hanako.suzuki@example.jp",
  isEmailFresh: false,
};

/** Something enrolled: `nth` (0–9) tells them apart, `used` days ago. */
export const sampleFactor = (
  method: Factor["method"],
  { name, nth = 0, used }: { readonly name: string; readonly nth?: number; readonly used?: number },
): Factor => ({
  id: id(30 + nth) as FactorId,
  method,
  name,
  addedAt: later(sampleNow, { days: -200 - nth }),
  usedAt: used === undefined ? null : later(sampleNow, { days: -used }),
});

export type DoorState = {
  readonly name: string;
  readonly state: InBoth;
  readonly kept: unknown;
  /** What the account has. */
  readonly factors?: (lang: Language) => readonly Factor[];
  readonly typed?: Typed | undefined;
  /** As its rules would refuse. */
  readonly refused?: FieldRefusals | undefined;
  readonly looked?: unknown;
  /** What else the flow has learnt. */
  readonly learnt?: unknown;
};

type Standing = { readonly factors: readonly Factor[]; readonly learnt: unknown };

const placeIn = ({ request, society }: Setting, { factors, learnt: state }: Standing): Place => {
  const { policy } = society;
  const { id: societyId, entranceId } = society;
  const flow = { id: id(22), societyId, entranceId, turn: 1, state };
  // Doors look at no more of a flow than this.
  const scene = { society, policy, now: request.now, request, flow } as unknown as Scene<unknown>;
  return { scene, owner, factors };
};

type Showing = {
  readonly method: Method;
  readonly door: "enrol" | "challenge";
  readonly title: InBoth;
};

/** The page of a door in one state, within the frame of a sign-in. */
export const doorSample = (
  { method, door: which, title }: Showing,
  { name, state, kept, factors = () => [], typed = {}, refused = {}, ...more }: DoorState,
): PageSample => ({
  name: `${which}-${name}`,
  title,
  state,
  routes: ["GET /second-factor/:step"],
  fits: ({ policy }) =>
    method.name === "recovery-codes" ||
    policy.secondFactor.methods.includes(method.name as ChosenMethod),
  page: (setting) => {
    const { request, society } = setting;
    const view = request.view(society);
    const door: AnyDoor<unknown> = method[which];
    const errors = messagesOf(view.lang, method.wording(view.lang), refused);
    const { looked, learnt } = more;
    const place = placeIn(setting, { factors: factors(view.lang), learnt });
    const action = `/second-factor/${which === "enrol" ? "enrol" : "verify"}`;
    const shown = { place, kept, action, turn: "1", typed, errors, looked };
    const { title: heading, head, body } = door.page(view, shown);
    return (
      <Page view={view} title={heading} kind="sheet" errors={errors} head={head}>
        <ErrorSummary view={view} errors={errors} />
        <h1>{heading}</h1>
        {body}
      </Page>
    );
  },
});
