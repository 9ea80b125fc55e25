-- Durable queues: work that is due, added with the change that makes it due.

create table chancery_queue_work (
  id      bigint      not null generated always as identity primary key,
  queue   text        not null,
  key     text        not null,
  added   timestamptz not null default now(),
  -- When it may be taken: for leased work that is when the lease ends.
  due     timestamptz not null default now(),
  attempt integer     not null default 0,
  -- The token of who works on it; null while it waits.
  lease   uuid,
  -- Added again while it was leased: to be run once more.
  again   boolean     not null default false,
  -- Why it was put back, last time.
  reason  text,
  unique (queue, key)
);

create index chancery_queue_work_due on chancery_queue_work (queue, due, id);
