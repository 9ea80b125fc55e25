-- Clocks of folders: when what falls due, and why. Ids, codes and days alone.

create table chancery_clock (
  folder        uuid        not null primary key,
  series        text,
  -- The revision of the series that it was computed with.
  plan          bigint      not null,
  activity_at   timestamptz not null,
  activity_kind text        not null,
  activity_of   uuid,
  open_files    integer     not null,
  closed_at     timestamptz,
  cutoff_on     date,
  eligible_on   date,
  state         text        not null,
  since         timestamptz not null
);

-- What is due, and every queue: by where it stands and its day.
create index chancery_clock_standing on chancery_clock (state, eligible_on, folder);
create index chancery_clock_series on chancery_clock (series, plan, folder);

create table chancery_clock_event (
  id          bigint      not null generated always as identity primary key,
  folder      uuid        not null,
  at          timestamptz not null,
  kind        text        not null,
  of_node     uuid,
  effect      text        not null,
  eligible_on date
);

create index chancery_clock_event_folder on chancery_clock_event (folder, id);

-- Where a series is applied itself.
create table chancery_clock_applied (
  folder uuid not null primary key,
  series text not null
);

create index chancery_clock_applied_series on chancery_clock_applied (series);
