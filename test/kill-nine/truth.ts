import { connectClient } from "../../src/platform/database/config.ts";
import { databaseName } from "../../src/platform/database/embedded/cluster.ts";
import { configFor } from "../../src/platform/database/embedded/keeper.ts";
import { placesIn } from "../../src/platform/database/embedded/places.ts";
import type { Portal } from "../portal-process.ts";

// Everything that one commit wrote: any of it without the others is a half-registered account.
const halves = `
  select 'accounts without a login' as what, count(*)::int as count from account a
    where not exists (select from login_directory d where d.kind = 'account' and d.target_id = a.id)
  union all select 'logins without an account', count(*)::int from login_directory d
    where d.kind = 'account' and not exists (select from account a where a.id = d.target_id)
  union all select 'accounts without consent', count(*)::int from account a
    where not exists (select from terms_consent c where c.account_id = a.id)
  union all select 'accounts without their fact', count(*)::int from account a
    where not exists (select from audit_fact f
      where f.action = 'account.registered' and f.member_id = a.member_id)
  union all select 'facts without their account', count(*)::int from audit_fact f
    where f.action = 'account.registered'
      and not exists (select from account a where a.member_id = f.member_id)
  union all select 'accounts whose letter still works', count(*)::int from account a
    join provisional_credential p on p.member_id = a.member_id and p.state = 'active'
  union all select 'used letters without an account', count(*)::int from provisional_credential p
    where p.state = 'used' and not exists (select from account a where a.member_id = p.member_id)
  union all select 'members with two accounts', count(*)::int from (
    select member_id from account group by member_id having count(*) > 1) twice`;

/** `accounts`: of our letters, without those of the samples. */
export type Truth = { readonly accounts: number; readonly halves: readonly string[] };

/** What the database holds, read past row security by its administrator. */
export const truthOf = async ({ dataFolder }: Portal): Promise<Truth> => {
  const config = configFor(placesIn(dataFolder), "root", databaseName);
  const client = await connectClient({ config, applicationName: "kill-nine" });
  try {
    const counted = await client.query<{ count: number }>(
      "select count(*)::int from account where user_id like 'hanako1%'",
    );
    const { rows } = await client.query<{ what: string; count: number }>(halves);
    const broken = rows.filter(({ count }) => count > 0);
    return {
      accounts: counted.rows[0]?.count ?? 0,
      halves: broken.map(({ what, count }) => `${count} ${what}`),
    };
  } finally {
    await client.end();
  }
};
