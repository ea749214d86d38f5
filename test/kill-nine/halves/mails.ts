import type { Question } from "./question.ts";

const received = `mail_check c join provisional_credential p
    on p.society_id = c.society_id and p.id = c.subject_id and p.state = 'used'
  where p.member_id = a.member_id and c.confirmed_at is not null and lower(c.email) = lower(a.email)`;
const confirmations = "address_confirmation c where c.account_id = a.id";

/** What is known of addresses, and the mails that made it known. $1: ids of mails that arrived. */
export const ofMails: readonly Question[] = [
  {
    what: "addresses confirmed though no mail was received",
    from: `account a where a.email_confirmed_at is not null
      and not exists (select from ${received})
      and not exists (select from ${confirmations} and c.used_at is not null)`,
  },
  {
    what: "addresses not confirmed though a mail was received",
    from: `account a where a.email is not null and a.email_confirmed_at is null
      and (exists (select from ${received})
        or exists (select from ${confirmations} and c.used_at is not null))`,
  },
  {
    what: "addresses to confirm without one mail that asks for it",
    from: `account a where a.email is not null and a.email_confirmed_at is null
      and (select count(*) from ${confirmations}) <> 1`,
  },
  {
    // The mail to an address on file has none: only its digits prove that address.
    what: "buttons that lead nowhere, or checks without one",
    from: `(select id from mail_check where step = 'address-check'
      union all select id from address_confirmation) c
      full join link_token t on t.target_id = c.id where c.id is null or t.target_id is null`,
  },
  {
    what: "checks without their mail, or mails without their check",
    from: `mail_check c full join (select * from mail
      where kind like 'address/check%' or kind = 'factors/code') m
      on m.society_id = c.society_id and m.id = c.mail_id where c.id is null or m.id is null`,
  },
  {
    what: "accounts without one mail that tells of them",
    from: `account a where a.email is not null and (select count(*) from mail m
      where m.kind = 'first-sign-in/completed' and m.member_id = a.member_id) <> 1`,
  },
  {
    what: "mails of a registration that is not there",
    from: `mail m where m.kind = 'first-sign-in/completed'
      and not exists (select from account a where a.member_id = m.member_id)`,
  },
  {
    what: "mails to send that nobody will, or the other way round",
    from: `(select * from mail where state = 'queued') m full join mail_queue q
      on q.society_id = m.society_id and q.mail_id = m.id where m.id is null or q.mail_id is null`,
  },
  {
    what: "mails given up",
    from: "mail m where m.state = 'failed'",
  },
  {
    what: "mails that arrived though nothing was committed",
    from: `unnest($1::uuid[]) as file where not exists (select from mail m where m.id = file)`,
  },
];
