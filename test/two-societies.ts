import type { EntranceId, SocietyId } from "../src/kernel/ids.ts";
import { sql } from "../src/platform/database/sql.ts";
import type { TestDatabase } from "./database.ts";

export const ours = "00000000-0000-7000-8000-000000000001" as SocietyId;
export const theirs = "00000000-0000-7000-8000-000000000002" as SocietyId;
export const sharedEntrance = "00000000-0000-7000-8000-0000000000e1" as EntranceId;

/** Two societies behind one entrance, bare: for stores that need no policy. */
export const addTwoSocieties = async ({ owner }: TestDatabase): Promise<void> => {
  await owner.directory(sql`
    insert into entrance (id, host, kind, document, changed_at)
    values (${sharedEntrance}, 'localhost:3000', 'shared', '{}', '2026-01-01T00:00:00Z')`);
  await owner.directory(sql`
    insert into society (id, code, entrance_id, insurer_number, version, created_at, changed_at)
    select id::uuid, code, ${sharedEntrance}, '06990014', 1, '2026-01-01T00:00:00Z',
      '2026-01-01T00:00:00Z'
    from (values (${ours}, 'ours'), (${theirs}, 'theirs')) as society (id, code)`);
};
