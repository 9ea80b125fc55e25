-- The ledger: what happened, appended in the transaction of the change itself, and numbered and
-- chained afterwards by one sealer (design § 7).

create table chancery_ledger_entry (
  -- A time-ordered UUID made by the writer, so that the writer's code covers it.
  id      uuid        not null primary key,
  -- The writing transaction: the sealer follows it past transactions that commit late.
  xid     xid8        not null default pg_current_xact_id(),
  at      timestamptz not null,
  actor   text        not null,
  action  text        not null,
  object  uuid,
  outcome text        not null,
  source  text        not null,
  -- JSON text with sorted names; text and not jsonb, since it is hashed as it was written.
  details text        not null,
  -- HMAC over the columns above but xid, with a key that is not in the database: a row that
  -- somebody inserted or changed by hand cannot carry the right one.
  code    bytea       not null
);

create index chancery_ledger_entry_xid on chancery_ledger_entry (xid, id);
create index chancery_ledger_entry_at on chancery_ledger_entry (at, id);
create index chancery_ledger_entry_actor on chancery_ledger_entry (actor, at, id);
create index chancery_ledger_entry_action on chancery_ledger_entry (action, at, id);
create index chancery_ledger_entry_object on chancery_ledger_entry (object, at, id) where object is not null;
-- Nearly every entry is DONE; only the others are worth an index.
create index chancery_ledger_entry_refused on chancery_ledger_entry (outcome, at, id) where outcome <> 'DONE';

-- No foreign key to the entry: its lock would cost every pass, and verification finds what a
-- foreign key only makes harder.
create table chancery_ledger_seal (
  sequence  bigint      not null primary key,
  entry     uuid        not null unique,
  sealed_at timestamptz not null,
  -- Every entry of a transaction below this one had been sealed when this was: where a sealer that
  -- starts goes on, without looking through the whole ledger.
  followed  xid8        not null,
  -- SHA-256 over the hash before, the columns above and every column of the entry.
  hash      bytea       not null
);

-- Which key the codes were made with: its fingerprint, never the key.
create table chancery_ledger_key (
  one         boolean not null primary key default true check (one),
  fingerprint text    not null
);

-- A first barrier against mistakes of the application itself. Whoever owns the database can take it
-- away; verification finds what was done then.
create function chancery_ledger_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is append-only: % on % is refused', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;

create trigger chancery_ledger_append_only before update or delete or truncate on chancery_ledger_entry
  for each statement execute function chancery_ledger_refuse();
create trigger chancery_ledger_append_only before update or delete or truncate on chancery_ledger_seal
  for each statement execute function chancery_ledger_refuse();
create trigger chancery_ledger_append_only before update or delete or truncate on chancery_ledger_key
  for each statement execute function chancery_ledger_refuse();
