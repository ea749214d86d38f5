import type pg from "pg";
import type { SocietyId } from "../../../kernel/ids.ts";
import { type Instant, todayInTokyo } from "../../../kernel/time.ts";
import { adultAge, bornBy } from "../../../members/index.ts";
import type { Planned, PlanSociety, Wanted } from "./types.ts";

/**
 * The plan is a temporary table: it belongs to this connection alone, is written to no log, and fixes
 * order and content while passwords are hashed for as long as that takes.
 */
const makeTable = `
  create temporary table letter_plan (
    place integer primary key, id uuid not null, symbol text not null, member_number text not null,
    branch_number text not null, name text not null, postal_code text, address text,
    workplace_code text, workplace_name text, employee_number text,
    sent_to text not null, is_returned boolean not null
  )`;

/**
 * $1 society, $2 today, $3 adults too, $4 born by, $5 only this member, $6 registered ones too, $7
 * only new, $8 now, $9 by workplace. Who has no code stands under the workplace's name, who has
 * neither comes last and gets the letter at home; numbers that are digits in the order of their value.
 */
const fillTable = `
  insert into letter_plan
  select row_number() over (
      order by
        case when $9 then m.workplace_code collate "C" end nulls last,
        case when $9 and m.workplace_code is null then m.workplace_name collate "C" end nulls last,
        length(m.symbol_key), m.symbol_key, length(m.number_key), m.number_key, m.branch_number),
    m.id, m.symbol, m.member_number, m.branch_number, m.name, m.postal_code, m.address,
    m.workplace_code, m.workplace_name, m.employee_number, goes.sent_to,
    $5::uuid is null and exists (
      select from provisional_credential p
      where p.society_id = $1 and p.member_id = m.id and p.returned_at is not null
        and p.sent_to = goes.sent_to
        and not exists (select from provisional_credential later
          where later.society_id = $1 and later.member_id = m.id
            and later.state <> 'prepared' and later.issued_at > p.issued_at))
  from member m cross join lateral (
    select encode(sha256(convert_to(
      case when $9 and coalesce(m.workplace_code, m.workplace_name) is not null
        then concat_ws(chr(31), 'workplace', coalesce(m.workplace_code, ''),
          case when m.workplace_code is null then m.workplace_name else '' end)
        else concat_ws(chr(31), 'address', coalesce(m.postal_code, ''), coalesce(m.address, ''))
      end, 'UTF8')), 'hex') as sent_to) as goes
  where m.society_id = $1
    and ($5::uuid is null or m.id = $5)
    and m.acquired_on <= $2 and (m.lost_on is null or $2 < m.lost_on)
    and (m.is_insured_person or ($3 and m.born_on <= $4))
    and ($6 or not exists (select from account a where a.society_id = $1 and a.member_id = m.id))
    and (not $7 or not exists (select from provisional_credential p
      where p.society_id = $1 and p.member_id = m.id and p.state = 'active' and p.expires_at > $8))`;

const columns = `place, id, symbol, member_number as "memberNumber",
  branch_number as "branchNumber", name, postal_code as "postalCode", address,
  workplace_code as "workplaceCode", workplace_name as "workplaceName",
  employee_number as "employeeNumber", sent_to as "sentTo", is_returned as "isReturned"`;

export type Planning = {
  readonly society: PlanSociety;
  readonly wanted: Wanted;
  readonly now: Instant;
};

const valuesOf = ({ society, wanted, now }: Planning) => {
  const on = todayInTokyo(now);
  const { recipients, delivery } = society.policy.letter;
  return [
    ...[society.id, on, recipients === "adults", bornBy(adultAge, on), wanted.only ?? null],
    ...[wanted.includesRegistered ?? false, wanted.isOnlyNew, now, delivery === "workplace"],
  ];
};

/** Makes the plan anew on this connection. */
export const makePlan = async (client: pg.Client, planning: Planning): Promise<void> => {
  const { id } = planning.society;
  await client.query("drop table if exists pg_temp.letter_plan");
  await client.query("begin");
  try {
    await client.query("select set_config('app.society_id', $1, true)", [id satisfies SocietyId]);
    await client.query(makeTable);
    await client.query(fillTable, valuesOf(planning));
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
};

/** The next of the plan after `place`. */
export const plannedAfter = async (
  client: pg.Client,
  { place, most }: { readonly place: number; readonly most: number },
): Promise<readonly Planned[]> => {
  const { rows } = await client.query<Planned>({
    name: "letter-plan-after",
    text: `select ${columns} from letter_plan where place > $1 order by place limit $2`,
    values: [place, most],
  });
  return rows;
};

export const leaveOut = async (client: pg.Client, places: readonly number[]): Promise<void> => {
  await client.query("delete from letter_plan where place = any($1)", [places]);
};

/** What the plan says of people goes as soon as it is done with. */
export const dropPlan = async (client: pg.Client): Promise<void> => {
  await client.query("drop table if exists pg_temp.letter_plan");
};
