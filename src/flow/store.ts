import type { EntranceId, FlowId, SocietyId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/time.ts";
import { sql } from "../platform/database/sql.ts";
import type { Database, Tx } from "../platform/database/types.ts";
import type { Flow } from "./step.ts";

/** A flow's row; the state is still sealed. */
export type StoredFlow = Omit<Flow<unknown>, "state"> & { readonly sealedState: string };

type Row = {
  id: StoredFlow["id"];
  society_id: StoredFlow["societyId"];
  kind: string;
  entrance_id: EntranceId;
  subject_id: StoredFlow["subjectId"];
  member_id: StoredFlow["memberId"];
  policy_version: number;
  done: string[];
  state: string;
  turn: number;
  wrong: number;
  started_at: Instant;
  expires_at: Instant;
  ended_at: Instant | null;
  outcome: string | null;
};

const fromRow = (row: Row): StoredFlow => ({
  id: row.id,
  societyId: row.society_id,
  kind: row.kind,
  entranceId: row.entrance_id,
  subjectId: row.subject_id,
  memberId: row.member_id,
  policyVersion: row.policy_version,
  done: row.done,
  sealedState: row.state,
  turn: row.turn,
  wrong: row.wrong,
  startedAt: row.started_at,
  expiresAt: row.expires_at,
  endedAt: row.ended_at,
  outcome: row.outcome,
});

type Finding = {
  readonly entranceId: EntranceId;
  readonly tokenHash: string;
  readonly kind: string;
};

/** The flow that this browser's cookie names, ended or not. One round trip. */
export const findFlow = async (
  database: Database,
  finding: Finding,
): Promise<StoredFlow | null> => {
  const { entranceId, tokenHash, kind } = finding;
  const [row] = await database.directory<Row>(
    sql`select * from find_flow(${entranceId}, ${tokenHash}, ${kind})`,
  );
  return row ? fromRow(row) : null;
};

/** A flow that is known by its id: a mail's button leads to it from any device. */
export const findFlowById = async (
  database: Database,
  society: SocietyId,
  id: FlowId,
): Promise<StoredFlow | null> => {
  const [rows] = await database.read(society, [
    sql`select * from flow where society_id = ${society} and id = ${id}`,
  ]);
  const row = rows?.[0] as Row | undefined;
  return row ? fromRow(row) : null;
};

/**
 * Locks the row: whoever comes second waits here and sees what the first one wrote.
 * @returns its turn by now: where it is another one, what was read before is past
 */
export const lockFlow = async (tx: Tx, id: string): Promise<number | undefined> => {
  const row = await tx.one<Pick<Row, "turn">>(
    sql`select turn from flow where society_id = ${tx.society} and id = ${id} for update`,
  );
  return row?.turn;
};

export const insertFlow = (tx: Tx, flow: StoredFlow, tokenHash: string): void => {
  tx.write(sql`
    insert into flow (society_id, id, kind, entrance_id, subject_id, member_id, policy_version,
      done, state, started_at, changed_at, expires_at)
    values (${tx.society}, ${flow.id}, ${flow.kind}, ${flow.entranceId}, ${flow.subjectId},
      ${flow.memberId}, ${flow.policyVersion}, ${flow.done}, ${flow.sealedState},
      ${flow.startedAt}, ${flow.startedAt}, ${flow.expiresAt})`);
  tx.write(sql`
    insert into flow_token (token_hash, entrance_id, society_id, flow_id)
    values (${tokenHash}, ${flow.entranceId}, ${tx.society}, ${flow.id})`);
};

/** Saves what one commit changed; `turn` rises. */
export const saveFlow = (tx: Tx, flow: StoredFlow, now: Instant): void =>
  tx.write(sql`
    update flow set done = ${flow.done}, state = ${flow.sealedState}, turn = turn + 1,
      wrong = ${flow.wrong}, policy_version = ${flow.policyVersion}, changed_at = ${now},
      ended_at = ${flow.endedAt}, outcome = ${flow.outcome}
    where society_id = ${tx.society} and id = ${flow.id}`);

/**
 * Others that were begun with the same thing, such as a letter in another browser, end now; one that
 * is being submitted at this moment learns of it at its own end, and nobody waits for it.
 */
export const endOthers =
  (
    { id, subjectId }: Pick<StoredFlow, "id" | "subjectId">,
    { outcome, now }: { readonly outcome: string; readonly now: Instant },
  ) =>
  (tx: Tx): void =>
    tx.write(sql`
      update flow set ended_at = ${now}, outcome = ${outcome}, changed_at = ${now}, turn = turn + 1
       where society_id = ${tx.society} and id in (
         select other.id from flow other
          where other.society_id = ${tx.society} and other.subject_id = ${subjectId}
            and other.id <> ${id} and other.ended_at is null
          for update skip locked)`);

type Running = {
  readonly kind: string;
  readonly memberId: Flow<unknown>["memberId"];
  /** What was begun with this goes on; null: nothing does. */
  readonly exceptSubject: Flow<unknown>["subjectId"] | null;
};

/** All of one kind that a member has running end now, as `endOthers` ends them. */
export const endFlowsOf = (
  tx: Tx,
  { kind, memberId, exceptSubject }: Running,
  { outcome, now }: { readonly outcome: string; readonly now: Instant },
): void =>
  tx.write(sql`
    update flow set ended_at = ${now}, outcome = ${outcome}, changed_at = ${now}, turn = turn + 1
     where society_id = ${tx.society} and id in (
       select other.id from flow other
        where other.society_id = ${tx.society} and other.member_id = ${memberId}
          and other.kind = ${kind} and other.subject_id is distinct from ${exceptSubject}
          and other.ended_at is null and other.expires_at > ${now}
        for update skip locked)`);
