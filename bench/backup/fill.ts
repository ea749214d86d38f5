import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { instantOf } from "../../src/kernel/time.ts";
import { connectClient } from "../../src/platform/database/config.ts";
import type { Society } from "../../src/society/index.ts";
import type { TestDatabase } from "../../test/database.ts";
import { hikariIn } from "../../test/hikari.ts";
import { writeMembersFile } from "../members/generate.ts";

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

// A hash of a password cannot be compressed, and there is one for each letter and each account.
const hash = `'$argon2id$v=19$m=19456,t=2,p=1$' || encode(sha256(m.id::text::bytea), 'base64')
  || '$' || encode(sha256((m.id::text || 'x')::bytea), 'base64')`;

const at = "timestamptz '2026-11-20Z'";

/** Each insured person has a used letter, an account, an agreement and a mail that was sent. */
const registerIn = ({ id, entranceId }: Society): string => {
  const [society, entrance] = [`'${id}'::uuid`, `'${entranceId}'::uuid`];
  return `
  insert into credential_batch (society_id, id, state, prepared_at, activated_at, number)
    values (${society}, ${society}, 'activated', ${at}, ${at}, 1);
  insert into provisional_credential (society_id, id, batch_id, member_id, issued_id, password_hash,
      state, expires_at, issued_at, used_at, number)
    select ${society}, m.id, ${society}, m.id, lpad(row_number() over (order by m.id)::text, 13, '0'), ${hash},
      'used', ${at}, ${at}, ${at}, row_number() over (order by m.id)
    from member m where m.is_insured_person;
  insert into account (society_id, id, member_id, entrance_id, user_id, password_hash,
      password_changed_at, email, wants_update_mails, language, registered_at)
    select ${society}, m.id, m.id, ${entrance}, 'user-' || left(m.id::text, 13) || m.number_key, ${hash}, ${at}, m.email,
      true, 'ja', ${at}
    from member m where m.is_insured_person;
  insert into login_directory (entrance_id, login_key, society_id, kind, target_id)
    select ${entrance}, issued_id, ${society}, 'provisional', id from provisional_credential
    union all select ${entrance}, user_id, ${society}, 'account', id from account;
  insert into terms_consent (society_id, account_id, version, agreed_at)
    select ${society}, id, '2026-04-01', ${at} from account;
  insert into mail (society_id, id, kind, sender_role, language, recipient, state, queued_at,
      settled_at)
    select ${society}, m.id, 'first-sign-in/completed', 'no-reply', 'ja',
      encode(sha256(m.id::text::bytea) || sha256(m.number_key::bytea), 'base64'), 'sent', ${at}, ${at}
    from member m where m.is_insured_person;
  analyze;`;
};

const importMembers = async (database: TestDatabase, { id: society }: Society, path: string) => {
  const child = spawn(project("scripts/node"), [project("bench/members/import-once.ts")], {
    stdio: ["pipe", "ignore", "inherit"],
  });
  child.stdin.end(JSON.stringify({ config: database.appConfig, society, path }));
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error("the members were not imported");
};

/** A society of so many members whose insured persons have all registered. */
export const fillWith = async (database: TestDatabase, members: number): Promise<void> => {
  const path = join(tmpdir(), `kenpo-bench-fill-${process.pid}-${members}.csv`);
  const society = (await hikariIn(database.app, instantOf(0))).byCode("hikari");
  if (!society) throw new Error("no society");
  await writeMembersFile(path, members);
  await importMembers(database, society, path);
  await rm(path);
  const root = await connectClient({
    config: database.rootConfig,
    applicationName: "kenpo bench",
    statementTimeoutMs: 0,
  });
  await root.query(registerIn(society));
  await root.end();
};
