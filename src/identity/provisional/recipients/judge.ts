import type { Finding, FindingKind, Judge, Planned } from "./types.ts";

type Delivery = "address" | "workplace";
type Text = readonly [column: string, text: string | null];

const textsOf = (one: Planned, delivery: Delivery): readonly Text[] => [
  ["氏名", one.name],
  ...(delivery === "address"
    ? ([
        ["郵便番号", one.postalCode],
        ["住所", one.address],
      ] as const)
    : ([
        ["事業所コード", one.workplaceCode],
        ["事業所名", one.workplaceName],
        ["社員番号", one.employeeNumber],
      ] as const)),
];

const findingOf = (
  kind: FindingKind,
  { id, symbol, memberNumber, branchNumber, name }: Planned,
  [column, characters]: readonly [string | null, readonly string[]] = [null, []],
): Finding => ({
  kind,
  member: { id, symbol, memberNumber, branchNumber, name },
  column,
  characters: [...new Set(characters)],
});

const inText = (one: Planned, judge: Judge, [column, text]: Text): readonly Finding[] => {
  if (text === null) return [];
  const { unprintable, standard } = judge(text);
  return [
    ...(unprintable.length > 0 ? [findingOf("unprintable", one, [column, unprintable])] : []),
    ...(standard.length > 0 ? [findingOf("standard-form", one, [column, standard])] : []),
  ];
};

/**
 * What is to be told of a recipient. Who was left out because the last letter came back is not
 * looked at any further.
 * @param judge null where nothing of it is printed by us
 */
export const judgePlanned = (
  one: Planned,
  { judge, delivery }: { readonly judge: Judge | null; readonly delivery: Delivery },
): readonly Finding[] => {
  if (one.isReturned) return [findingOf("returned", one)];
  if (!judge) return [];
  const isLost = delivery === "address" && one.address === null;
  return [
    ...textsOf(one, delivery).flatMap((text) => inText(one, judge, text)),
    ...(isLost ? [findingOf("address-missing", one)] : []),
  ];
};
