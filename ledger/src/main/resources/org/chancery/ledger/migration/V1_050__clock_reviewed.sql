-- Whether nothing more has to be decided about a folder before its disposition.

alter table chancery_clock add column reviewed boolean not null default false;

-- What is due, parted by whether it was reviewed.
create index chancery_clock_eligible on chancery_clock (reviewed, eligible_on, folder) where state = 'eligible';
