import type { EntranceId, Id, SocietyId } from "../../kernel/ids.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Database, Tx } from "../../platform/database/types.ts";

/** What a mail's button may lead to. */
export type LinkKind = "confirm-address" | "check-address" | "change-address" | "undo-address";

type NewLink = {
  readonly kind: LinkKind;
  readonly tokenHash: string;
  readonly entranceId: EntranceId;
  readonly targetId: Id<string>;
};

/** The button of a mail: by the hash of its token alone it leads to its row. */
export const insertLink = (tx: Tx, { kind, tokenHash, entranceId, targetId }: NewLink): void =>
  tx.write(sql`
    insert into link_token (token_hash, entrance_id, society_id, kind, target_id)
    values (${tokenHash}, ${entranceId}, ${tx.society}, ${kind}, ${targetId})`);

type Finding = Omit<NewLink, "targetId">;

/** Asked before the society is known: any device may press the button. */
export const findLink = async <Kind extends string>(
  database: Database,
  { entranceId, tokenHash, kind }: Finding,
): Promise<{ readonly societyId: SocietyId; readonly targetId: Id<Kind> } | undefined> => {
  const [link] = await database.directory<{ societyId: SocietyId; targetId: Id<Kind> }>(sql`
    select society_id as "societyId", target_id as "targetId"
      from find_link(${entranceId}, ${tokenHash}, ${kind})`);
  return link;
};
