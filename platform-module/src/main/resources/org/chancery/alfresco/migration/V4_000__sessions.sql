-- Who is signed in: browsers' own sessions, and what is known of the platform's tickets. In the
-- database, so that any node of a cluster knows them.
create table chancery_session (
  -- SHA-256 of the secret that the client holds: whoever reads this table can sign in as nobody.
  id        bytea       not null primary key,
  account   text        not null,
  -- Whether the secret is a ticket of the platform's.
  platform  boolean     not null,
  affirmed  boolean     not null default false,
  opened    timestamptz not null,
  seen      timestamptz not null
);

create index chancery_session_seen on chancery_session (seen);
