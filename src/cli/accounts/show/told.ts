import type { State } from "../../../identity/inquiry/index.ts";
import type { Person } from "../../../identity/reissue/index.ts";
import { lockedNow } from "../../../identity/staff-lock/index.ts";
import { maskAddress } from "../../../kernel/mail-address.ts";
import type { Instant } from "../../../kernel/time.ts";
import type { Society } from "../../../society/index.ts";
import type { ExitCode, Output } from "../../command.ts";
import { momentText } from "../../output/moment.ts";
import { memberJson, nameOf } from "../told.ts";
import { factorLines, lockLines } from "./access.ts";
import { accountLines, addressLines } from "./account.ts";
import { askingLines, letterLines, mailLines, sessionLines, tryLines } from "./history.ts";

export type Shown = {
  readonly society: Society;
  readonly person: Person;
  readonly state: State;
  readonly now: Instant;
};

const coverLine = ({ person: { member } }: Shown): string =>
  member.lostOn === null
    ? `資格: ${member.acquiredOn}から`
    : `資格: ${member.acquiredOn}から、${member.lostOn}に喪失`;

const linesOf = (shown: Shown): readonly string[] => [
  coverLine(shown),
  ...accountLines(shown.state),
  ...lockLines(shown.state, shown.now),
  ...addressLines(shown.state),
  ...factorLines(shown.state),
  ...sessionLines(shown.state),
  ...tryLines(shown.state),
  ...askingLines(shown.state),
  ...letterLines(shown.state, shown.now),
  ...mailLines(shown.state),
];

/** As machines are told: no name, addresses masked as for people, names of devices left out. */
const jsonOf = ({ person: { member }, state, now }: Shown) => {
  const { account, locks, factors, ...rest } = state;
  const masked = (address: string | null) => address && maskAddress(address);
  return {
    member: { ...memberJson(member), acquiredOn: member.acquiredOn, lostOn: member.lostOn },
    account: account && {
      ...account,
      email: masked(account.email),
      secondEmail: masked(account.secondEmail),
    },
    locked: lockedNow(locks, now),
    locks,
    factors: factors.map(({ method, addedAt, usedAt, left }) => ({
      ...{ method, addedAt, usedAt },
      ...(left === null || left === undefined ? {} : { left }),
    })),
    ...rest,
  };
};

export const sayState = (out: Output, shown: Shown): ExitCode => {
  const { society, person, now } = shown;
  out.say(`${society.name.ja}の ${nameOf(person)} (${momentText(now)}の時点)`);
  for (const line of linesOf(shown)) out.say(`  ${line}`);
  out.json({ ok: true, at: now, ...jsonOf(shown) });
  return 0;
};
