-- A browser's session that nobody uses is locked, and ends later.
alter table chancery_session add column locked boolean not null default false;
