import { randomBytes } from "node:crypto";
import { sealSeed } from "../../src/identity/methods/totp/sealed.ts";
import { type FactorId, newId, type SocietyId } from "../../src/kernel/ids.ts";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import type { DatabaseConfig } from "../../src/platform/database/config.ts";
import { bytesOfBase32, hotp } from "../../test/authenticators/totp.ts";
import { asRoot } from "./members.ts";

const secret = Buffer.alloc(32, 5);
/** What the portal is started with: its rows are sealed by the bench. */
export const environment = { KENPO_SECRET: secret.toString("base64") };

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const newSeed = () => [...randomBytes(32)].map((byte) => alphabet[byte & 31]).join("");

const enrolled = `
  with given as (
    select * from jsonb_to_recordset($1::jsonb) as one (account_id uuid, factor_id uuid, seed text)
  ), factors as (
    insert into factor (society_id, id, account_id, method, name, added_at)
    select a.society_id, g.factor_id, a.id, 'totp', '試験', $2
      from given g join account a on a.id = g.account_id
    returning society_id, id
  ), devices as (
    insert into totp_device (society_id, factor_id, seed, last_step)
    select f.society_id, f.id, g.seed, -1 from factors f join given g on g.factor_id = f.id
  )
  update account a set factor_method = 'totp' from given g where a.id = g.account_id`;

type Account = { readonly id: string; readonly userId: string; readonly society: SocietyId };

/** A phone with an app for each member. @returns what it shows, each step's code once */
export const giveDevices = async (root: DatabaseConfig) => {
  const secrets = openSecrets(secret);
  const accounts: Account[] = await asRoot(
    root,
    `select id, user_id as "userId", society_id as society from account`,
  );
  const seeds = new Map<string, string>();
  const rows = accounts.map(({ id, userId, society }) => {
    const factorId = newId<"factor">(Date.now()) as FactorId;
    const seed = newSeed();
    seeds.set(userId, seed);
    const sealed = sealSeed(secrets, { society, factorId }, seed);
    return { account_id: id, factor_id: factorId, seed: sealed };
  });
  await asRoot(root, enrolled, [JSON.stringify(rows), "2026-04-01T00:00:00Z"]);
  return (userId: string): string =>
    hotp(bytesOfBase32(seeds.get(userId) ?? ""), Math.floor(Date.now() / 30_000));
};

/** Codes of this half minute are good once more. */
export const forgetSteps = (root: DatabaseConfig) =>
  asRoot(root, "update totp_device set last_step = -1");
