-- Who may sign in, and as what.

create table component (
  code text primary key check (code ~ '^[A-Z0-9_]{1,32}$'),
  name text not null
);

insert into component (code, name) values ('EXECSEC', 'Executive Secretariat');

create table account (
  name text primary key check (name ~ '^[a-z0-9][a-z0-9._@-]{0,63}$'),
  display_name text not null,
  password text not null,               -- encoded, with the encoding's name before it
  program boolean not null default false,
  enabled boolean not null default true,
  failures integer not null default 0,  -- wrong passwords in a row
  last_failure timestamptz,
  locked_until timestamptz
);

create table account_component (
  account text not null references account on delete cascade,
  component text not null references component,
  primary key (account, component)
);

create table account_role (
  account text not null references account on delete cascade,
  role text not null,
  component text references component   -- null: everywhere
);

create unique index account_role_once on account_role (account, role, coalesce(component, ''));
