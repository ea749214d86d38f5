import type { MemberId } from "../../../kernel/ids.ts";
import type { PlainDate } from "../../../kernel/time.ts";
import { mostTold, type Problem } from "../../problems.ts";
import type { Import } from "../../store.ts";
import type { Rule } from "../../text.ts";
import { isRegistered, theMember } from "../store.ts";

const key = "symbol_key, number_key, branch_number";
const keyShown = "s.symbol || '・' || s.member_number || '・' || s.branch_number";

type Judgement = {
  readonly rule: Rule;
  readonly column: string;
  /** Rows of the file that another row makes wrong, and which one: `(row, first)`. */
  readonly repeated?: string;
  /** What comes after `select s.row, value, first, total`. $1 society, $2 today. */
  readonly from: string;
  readonly value?: string;
};

const repeats = (by: string) => `
  repeated as (
    select ${by}, min(row) as first from staged_credential group by ${by} having count(*) > 1
  )`;
const later = (by: string) =>
  `staged_credential s join repeated r using (${by}) where s.row > r.first`;

const errors: readonly Judgement[] = [
  { rule: "key-twice", column: "番号", repeated: repeats(key), from: later(key) },
  {
    rule: "member-unknown",
    column: "番号",
    from: `staged_credential s left join ${theMember} where m.id is null`,
  },
  {
    rule: "member-not-covered",
    column: "番号",
    from: `staged_credential s join ${theMember}
      where not (m.acquired_on <= $2 and (m.lost_on is null or $2 < m.lost_on))
        and not ${isRegistered}`,
  },
  {
    rule: "user-id-twice",
    column: "ユーザID",
    repeated: repeats("user_id"),
    from: later("user_id"),
    value: "s.user_id",
  },
];

const warnings: readonly Judgement[] = [
  {
    rule: "member-registered",
    column: "番号",
    from: `staged_credential s join ${theMember} where ${isRegistered}`,
  },
];

// `asked` gives both parameters their types where a judgement needs only one of them
const queryOf = ({ repeated, from, value = keyShown }: Judgement) => `
  with asked as (select $1::uuid, $2::date)${repeated ? `, ${repeated}` : ""}
  select s.row, ${value} as value, ${repeated ? "r.first" : "0"} as first,
    count(*) over () as total
  from ${from} order by s.row limit ${mostTold}`;

type FoundRow = { readonly row: number; readonly value: string; readonly first: number };
export type Found = { readonly problems: readonly Problem[]; readonly total: number };

const judge =
  (judgements: readonly Judgement[]) =>
  async ({ client, society }: Import, today: PlainDate): Promise<readonly Found[]> => {
    const found: Found[] = [];
    for (const judgement of judgements) {
      const { rule, column } = judgement;
      const asked = [society, today];
      const { rows } = await client.query<FoundRow & { total: number }>(queryOf(judgement), asked);
      const problems = rows.map(({ row, value, first }) => {
        const facts: Problem["facts"] = first > 0 ? { first } : {};
        return { row, column, value, rule, facts };
      });
      found.push({ problems, total: Number(rows[0]?.total ?? 0) });
    }
    return found;
  };

const judgeErrors = judge(errors);

/** What only the rows together, and the members, can tell. */
export const judgeStaged: typeof judgeErrors = async (into, today) => {
  await into.client.query("analyze staged_credential");
  return judgeErrors(into, today);
};

/** Rows that are passed over. */
export const warnStaged = judge(warnings);

/** The rows of members who registered while passwords were hashed. */
export const warnDropped = async (
  { client, society }: Import,
  dropped: readonly MemberId[],
): Promise<Found> => {
  const { rows } = await client.query<{ row: number; value: string }>(
    `select s.row, ${keyShown} as value from staged_credential s join ${theMember}
     where m.id = any($2::uuid[]) order by s.row limit ${mostTold}`,
    [society, dropped],
  );
  const rule = "member-registered-meanwhile" as const;
  const problems = rows.map((found) => ({ ...found, column: "番号", rule, facts: {} }));
  return { problems, total: dropped.length };
};
