-- Members as their society's files say, and the runs of the imports.

-- No foreign key to society: row security allows no other one, and at 300,000 rows the key's trigger
-- costs a fifth of an import.
create table member (
  society_id uuid not null,
  id uuid not null,
  -- 記号・番号 as sent, and folded to what a member is known by, with 枝番. Leading zeros of 番号
  -- are significant. An empty 枝番 came in as 00, a single digit with its zero.
  symbol text not null,
  member_number text not null,
  branch_number text collate "C" not null check (branch_number ~ '^[0-9]{2}$'),
  symbol_key text collate "C" not null,
  number_key text collate "C" not null,
  -- 氏名, カナ: as sent, or as staff corrected them; then *_in_file holds what the file says, and
  -- the correction stands until the file says something else. The keys are of the names in force.
  name text not null,
  name_kana text not null,
  name_in_file text,
  name_kana_in_file text,
  name_key text collate "C" not null,
  kana_key text collate "C" not null,
  born_on date not null,
  sex text check (sex in ('male', 'female')),
  -- 続柄 in the file's own words
  relationship text not null,
  -- 枝番 00: 被保険者, all others are dependents
  is_insured_person boolean not null generated always as (branch_number = '00') stored,
  acquired_on date not null,
  -- first day without cover
  lost_on date check (lost_on >= acquired_on),
  postal_code text,
  address text,
  workplace_code text,
  workplace_name text,
  -- the file's address; what a member registered is the account's
  email text,
  employee_number text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (society_id, id)
);
call protect_by_society('member');
grant select, insert, update on member to :"app";
create unique index member_by_key on member (society_id, symbol_key, number_key, branch_number);
-- ranges, never LIKE: under row security LIKE loses its index
create index member_by_kana on member (society_id, kana_key);
create index member_by_birth on member (society_id, born_on);

-- Each import that went in: which file, and what it changed. A refused file leaves nothing.
create table import_run (
  society_id uuid not null references society (id),
  id uuid not null,
  kind text not null check (kind ~ '^[a-z-]+$'),
  file_sha256 text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  file_bytes bigint not null,
  encoding text not null check (encoding in ('utf-8', 'cp932')),
  rows integer not null,
  added integer not null,
  changed integer not null,
  ended integer not null,
  unchanged integer not null,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  primary key (society_id, id)
);
call protect_by_society('import_run');
grant select, insert on import_run to :"app";
create index import_run_by_time on import_run (society_id, kind, finished_at desc);
