import type { Question } from "./question.ts";

const letterOf = `provisional_credential p
  on p.society_id = a.society_id and p.member_id = a.member_id and p.state = 'used'`;
const isKept = "lower(p.issued_id) = lower(a.user_id)";

/** What one commit wrote at the end: any of it without the others is a half-registered account. */
export const ofRegistration: readonly Question[] = [
  {
    what: "accounts without exactly one login",
    from: `account a where (select count(*) from login_directory d
      where d.society_id = a.society_id and d.kind = 'account' and d.target_id = a.id
        and d.entrance_id = a.entrance_id and d.login_key = lower(a.user_id)) <> 1
      or (select count(*) from login_directory d
        where d.society_id = a.society_id and d.target_id = a.id) <> 1`,
  },
  {
    what: "logins without an account",
    from: `login_directory d where d.kind = 'account'
      and not exists (select from account a where a.id = d.target_id)`,
  },
  {
    what: "kept IDs that still lead to their letter",
    from: `account a join ${letterOf} where ${isKept}
      and exists (select from login_directory d where d.target_id = p.id)`,
  },
  {
    what: "letters whose ID leads nowhere",
    from: `provisional_credential p left join account a
        on a.society_id = p.society_id and a.member_id = p.member_id
      where p.state in ('active', 'used') and not (p.state = 'used' and a.id is not null and ${isKept})
        and not exists (select from login_directory d
          where d.kind = 'provisional' and d.target_id = p.id)`,
  },
  {
    what: "accounts without one consent",
    from: `account a where (select count(*) from terms_consent c where c.account_id = a.id) <> 1`,
  },
  {
    what: "accounts without one fact of theirs",
    from: `account a where (select count(*) from audit_fact f
      where f.action = 'account.registered' and f.member_id = a.member_id
        and f.subject_id = a.id::text) <> 1`,
  },
  {
    what: "facts without their account",
    from: `audit_fact f where f.action = 'account.registered'
      and not exists (select from account a where a.member_id = f.member_id)`,
  },
  {
    what: "accounts whose letter still works",
    from: `account a join provisional_credential p
      on p.member_id = a.member_id and p.state = 'active'`,
  },
  {
    what: "accounts without the second factor that is active, or the other way round",
    from: `account a where (a.factor_method is not null) <> exists (select from factor f
      where f.society_id = a.society_id and f.account_id = a.id and f.method = a.factor_method)`,
  },
  {
    what: "factors on record that are not there, or the other way round",
    from: `account a where (select count(*) from factor f where f.account_id = a.id)
      <> (select count(*) from audit_fact t
        where t.action = 'factor.added' and t.subject_id = a.id::text)`,
  },
  {
    what: "used letters without an account",
    from: `provisional_credential p where p.state = 'used'
      and not exists (select from account a where a.member_id = p.member_id)`,
  },
  {
    what: "members with two accounts",
    from: `(select member_id from account group by member_id having count(*) > 1) twice`,
  },
  {
    what: "accounts whose sessions are not their sign-ins",
    from: `account a where (select count(*) from session s where s.account_id = a.id)
      <> (select count(*) from audit_fact f
        where f.action = 'account.signed-in' and f.subject_id = a.id::text)`,
  },
];
