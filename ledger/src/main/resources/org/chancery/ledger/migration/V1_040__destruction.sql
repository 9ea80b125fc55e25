-- By what the remains of removed folders are found again: ids and hashes, until all is erased.

create table chancery_remains (
  kind  text not null,
  value text collate "C" not null,
  primary key (kind, value)
);
