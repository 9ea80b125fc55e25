-- Answers to creating requests that carried an Idempotency-Key, kept for a day.

create table chancery_idempotency (
  actor   text        not null,
  key     text        not null,
  request text        not null,
  at      timestamptz not null default now(),
  -- Null until the request has been answered.
  status  integer,
  headers text,
  body    text,
  primary key (actor, key)
);

create index chancery_idempotency_at on chancery_idempotency (at);
