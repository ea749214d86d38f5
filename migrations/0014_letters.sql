-- Letters on paper: a number by which one is found when it comes back, what is kept sealed so that a
-- batch can be printed again for a few days, and letters that came back (宛先不明).

-- The last number of a batch. A number is never given twice, also where its batch was swept before
-- it worked: a sheet of it may lie about, and would name somebody else's letter.
create table credential_batch_count (
  society_id uuid primary key references society (id),
  last integer not null check (last > 0)
);
call protect_by_society('credential_batch_count');
grant select, insert, update on credential_batch_count to :"app";

alter table credential_batch
  -- from 1 in each society; null only where the version before this one opened the batch
  add column number integer check (number > 0),
  -- until when its letters can be printed again; null: they were never kept
  add column fetchable_until timestamptz,
  -- its sheets lie in the order of workplaces, each under a cover
  add column has_covers boolean not null default false;

-- Row security binds the owner too: one society after the other.
do $$
declare
  one uuid;
begin
  for one in select id from society loop
    perform set_config('app.society_id', one::text, true);
    update credential_batch b set number = n.number
      from (select id, row_number() over (order by prepared_at, id) as number
        from credential_batch where society_id = one) n
      where b.society_id = one and b.id = n.id;
    insert into credential_batch_count (society_id, last)
      select one, count(*) from credential_batch where society_id = one having count(*) > 0;
    assert not exists (
      select from credential_batch where society_id = one and number is null);
  end loop;
  perform set_config('app.society_id', '', true);
end $$;
create unique index credential_batch_number on credential_batch (society_id, number);

alter table provisional_credential
  -- in its batch, from 1, in the order of the sheets; with the batch's number and a check digit it is
  -- the 整理番号. null: brought over from an older system, or older than the numbers
  add column number integer check (number > 0),
  -- SHA-256 of where the letter went, as hex: tells whether a later letter would go there again
  add column sent_to text check (sent_to ~ '^[0-9a-f]{64}$'),
  -- it came back undelivered; void since then
  add column returned_at timestamptz,
  add constraint provisional_credential_returned check (returned_at is null or state = 'void');
create unique index provisional_credential_number
  on provisional_credential (society_id, batch_id, number);
drop index provisional_credential_batch;
create index provisional_credential_came_back on provisional_credential (society_id, member_id)
  where returned_at is not null;

-- The letters of an issued batch, some dozens to a row, sealed with a key from the configuration and
-- bound to society, batch and number: the only place where provisional passwords are kept, until
-- destroy_at. Never in a backup.
create table letter_portion (
  society_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  -- in its batch, from 1
  number integer not null check (number > 0),
  sealed text not null,
  destroy_at timestamptz not null,
  primary key (society_id, id),
  unique (society_id, batch_id, number),
  foreign key (society_id, batch_id) references credential_batch (society_id, id) on delete cascade
);
call protect_by_society('letter_portion');
grant select, insert, update, delete on letter_portion to :"app";
create index letter_portion_due on letter_portion (society_id, destroy_at);
