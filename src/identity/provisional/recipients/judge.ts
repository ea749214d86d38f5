import type { Letter } from "../../../letters/types.ts";
import type { Holder } from "../types.ts";
import type { Finding, FindingKind, Judge, Planned } from "./types.ts";

type Delivery = "address" | "workplace";
type Text = readonly [column: string, text: string | null];

/** What of a letter comes from the members file. */
export type Printed = Pick<Letter, "postalCode" | "address" | "workplace" | "employeeNumber"> & {
  readonly holder: Holder;
};

/** @param judge null where nothing of it is printed by us */
export type Judging = { readonly judge: Judge | null; readonly delivery: Delivery };

/** Whoever has no workplace gets the letter at home, however the others travel. */
const goesHome = ({ workplace: { code, name } }: Printed, delivery: Delivery): boolean =>
  delivery === "address" || (code ?? name) === null;

const textsOf = ({ holder, ...one }: Printed, isHome: boolean): readonly Text[] => {
  const name: Text = ["氏名", holder.name];
  if (isHome) return [name, ["郵便番号", one.postalCode], ["住所", one.address]];
  const { code, name: workplace } = one.workplace;
  const office: readonly Text[] = [
    ["事業所コード", code],
    ["事業所名", workplace],
  ];
  return [name, ...office, ["社員番号", one.employeeNumber]];
};

const finding = (
  kind: FindingKind,
  member: Holder,
  [column, characters]: readonly [string | null, readonly string[]] = [null, []],
): Finding => ({ kind, member, column, characters: [...new Set(characters)] });

const inText = (member: Holder, judge: Judge, [column, text]: Text): readonly Finding[] => {
  if (text === null) return [];
  const { unprintable, standard } = judge(text);
  return [
    ...(unprintable.length > 0 ? [finding("unprintable", member, [column, unprintable])] : []),
    ...(standard.length > 0 ? [finding("standard-form", member, [column, standard])] : []),
  ];
};

/** What is to be told of a letter before it is printed. */
export const judgePrinted = (one: Printed, { judge, delivery }: Judging): readonly Finding[] => {
  if (!judge) return [];
  const isHome = goesHome(one, delivery);
  const isLost = isHome && one.address === null;
  return [
    ...textsOf(one, isHome).flatMap((text) => inText(one.holder, judge, text)),
    ...(isLost ? [finding("address-missing", one.holder)] : []),
  ];
};

export const holderOf = ({ id, symbol, memberNumber, branchNumber, name }: Holder): Holder => ({
  id,
  symbol,
  memberNumber,
  branchNumber,
  name,
});

/** Of whom the last letter came back, nothing else is looked at: they are left out. */
export const judgePlanned = (one: Planned, judging: Judging): readonly Finding[] => {
  const holder = holderOf(one);
  if (one.isReturned) return [finding("returned", holder)];
  const { postalCode, address, employeeNumber } = one;
  const workplace = { code: one.workplaceCode, name: one.workplaceName };
  return judgePrinted({ holder, postalCode, address, employeeNumber, workplace }, judging);
};
