-- Accounts are administered: changes are counted, and passwords are not used again.

alter table account add column revision bigint not null default 1;

create table account_password (
  id bigint generated always as identity primary key,
  account text not null references account on delete cascade,
  password text not null                -- encoded, as in account
);

create index account_password_of on account_password (account, id desc);

insert into account_password (account, password) select name, password from account;
