-- Numbers that are given once.

create table sequence_number (
  name text primary key check (name ~ '^[a-z0-9-]+$'),
  value bigint not null
);
