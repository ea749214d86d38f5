import { newId } from "../../../kernel/ids.ts";
import { epochMsOf, type Instant } from "../../../kernel/time.ts";
import type { Letter } from "../../../letters/types.ts";
import type { Passwords } from "../../../platform/crypto/passwords.ts";
import type { KeptLetter } from "../kept/sealed.ts";
import { hashPrinted, type Minted, portion } from "../letters.ts";
import type { Lifetime } from "../printed/lifetime.ts";
import { referenceText } from "../printed/reference.ts";
import { foldPrinted, mintIssuedId, mintPassword } from "../printed/secrets.ts";
import { holderOf } from "../recipients/judge.ts";
import type { Planned } from "../recipients/types.ts";

/** Portions that are hashed at a time: while one is written, the next one keeps every core busy. */
export const portionsAhead = 2;
/** Places in the queue of passwords that issuing needs. */
export const issuingPlaces = portionsAhead * portion;

/** A letter of ours, with what is printed of its member. */
export type Ours = Minted & { readonly to: Planned; readonly number: number };

/** Recipients that are minted together, with the first one's number in the batch. */
export type Numbering = { readonly people: readonly Planned[]; readonly first: number };

type Minting = {
  readonly passwords: Passwords;
  readonly lifetime: Lifetime;
  readonly now: Instant;
};

const mintOne = async (
  { passwords, lifetime, now }: Minting,
  to: Planned,
  number: number,
): Promise<Ours> => {
  const password = mintPassword();
  const passwordHash = await hashPrinted(passwords, foldPrinted(password));
  const id = newId<"credential">(epochMsOf(now));
  const whose = { to, memberId: to.id, sentTo: to.sentTo };
  const own = { isWeak: false, renamed: null, issuedId: mintIssuedId(), password, passwordHash };
  return { id, number, ...whose, ...own, ...lifetime };
};

export const mintPortion = (
  minting: Minting,
  { people, first }: Numbering,
): Promise<readonly Ours[]> => Promise.all(people.map((to, i) => mintOne(minting, to, first + i)));

const letterOf = (batch: number, { to, number, issuedId, password, lastDay }: Ours): Letter => ({
  reference: referenceText({ batch, number }),
  name: to.name,
  postalCode: to.postalCode,
  address: to.address,
  workplace: { code: to.workplaceCode, name: to.workplaceName },
  employeeNumber: to.employeeNumber,
  issuedId,
  password,
  lastDay,
});

/** What a letter says, once its ID is its own. */
export const keptOf = (batch: number, ours: Ours): KeptLetter => {
  const { id, number, to } = ours;
  return { id, number, letter: letterOf(batch, ours), holder: holderOf(to) };
};
