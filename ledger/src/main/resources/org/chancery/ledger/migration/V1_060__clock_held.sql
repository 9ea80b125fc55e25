-- Whether a hold is on a folder, or on something in it.

alter table chancery_clock add column held boolean not null default false;

create index chancery_clock_held on chancery_clock (folder) where held;
