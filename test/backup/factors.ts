import assert from "node:assert/strict";
import { openHashes, sealHashes } from "../../src/identity/methods/recovery-codes/sealed.ts";
import { openSeed, sealSeed } from "../../src/identity/methods/totp/sealed.ts";
import { type FactorId, newId } from "../../src/kernel/ids.ts";
import { epochMsOf } from "../../src/kernel/time.ts";
import { sql } from "../../src/platform/database/sql.ts";
import type { World } from "../world/world.ts";
import { asRoot } from "./content.ts";

const seed = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const hashes = ["hash-of-one", "hash-of-another"];
const credentialId = "Y3JlZGVudGlhbA";

/**
 * One account with a passkey, an app and codes on paper, a member without e-mail, and a challenge that
 * was answered just now.
 */
export const addFactors = async (
  { app, clock, secrets, society: named, stored }: World,
  code: string,
) => {
  const society = named(code);
  const now = clock.now();
  const next = (): FactorId => newId<"factor">(epochMsOf(now));
  const [passkey, totp, codes] = [next(), next(), next()];
  const at = (factorId: FactorId) => ({ society: society.id, factorId });
  await app.inSociety(society.id, async (tx) => {
    tx.write(sql`
      insert into factor (society_id, id, account_id, method, name, added_at)
      select ${society.id}, one.id, a.id, one.method, one.method, ${now}
        from (select id from account where society_id = ${society.id} order by id limit 1) a,
          unnest(${[passkey, totp, codes]}::uuid[],
            ${["passkey", "totp", "recovery-codes"]}::text[]) as one (id, method)`);
    tx.write(sql`
      insert into passkey (society_id, factor_id, entrance_id, credential_id, public_key, counter,
        transports, rp_id, aaguid, is_syncable, is_synced)
      values (${society.id}, ${passkey}, ${society.entranceId}, ${credentialId}, 'a2V5',
        4294967295, ${["internal", "hybrid"]}, 'localhost', ${society.id}, true, false)`);
    tx.write(sql`
      insert into passkey_directory (entrance_id, credential_id, society_id, factor_id)
      values (${society.entranceId}, ${credentialId}, ${society.id}, ${passkey})`);
    tx.write(sql`
      insert into totp_device (society_id, factor_id, seed, last_step)
      values (${society.id}, ${totp}, ${sealSeed(secrets, at(totp), seed)}, 59659600)`);
    tx.write(sql`
      insert into recovery_codes (society_id, factor_id, codes, codes_left)
      values (${society.id}, ${codes}, ${sealHashes(secrets, at(codes), hashes)}, 2)`);
    tx.write(sql`
      insert into mail_exemption (society_id, member_id, reason, granted_by, granted_at)
      select ${society.id}, member_id, '理由', 'operator', ${now} from account
       where society_id = ${society.id} limit 1`);
  });
  await asRoot(stored, (root) =>
    root.query("insert into passkey_challenge (challenge_hash, used_at) values ('answered', $1)", [
      now,
    ]),
  );
};

/** They can be used: sealed ones open, and a credential leads to its passkey. */
export const usesFactors = async ({ app, clock, secrets, society: named }: World, code: string) => {
  const { id: society, entranceId } = named(code);
  const [devices, papers] = await app.read(society, [
    sql`select factor_id as id, seed from totp_device where society_id = ${society}`,
    sql`select factor_id as id, codes from recovery_codes where society_id = ${society}`,
  ]);
  const [device] = devices as { id: FactorId; seed: string }[];
  const [paper] = papers as { id: FactorId; codes: string }[];
  assert.ok(device && paper);
  assert.equal(openSeed(secrets, { society, factorId: device.id }, device.seed), seed);
  assert.deepEqual(openHashes(secrets, { society, factorId: paper.id }, paper.codes), hashes);
  const found = await app.directory(sql`
    select society_id as society, public_key as key, counter::text, rp_id as "rpId"
      from find_passkey(${entranceId}, ${credentialId}, '', '', ${clock.now()})`);
  assert.deepEqual(found, [{ society, key: "a2V5", counter: "4294967295", rpId: "localhost" }]);
};
