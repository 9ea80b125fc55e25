-- What the index follows: for each transaction that wrote nodes or access, one row written by it just
-- before its commit. The nodes themselves are found by the number the platform gave the transaction.
-- Read by what the database's snapshots can see, in the order of its own numbers: those the platform
-- gives can be overtaken.
CREATE TABLE chancery_feed (
  sequence       bigint GENERATED ALWAYS AS IDENTITY,
  transaction    xid8 NOT NULL DEFAULT pg_current_xact_id(),
  -- The platform's numbers of the transaction and of its change of access.
  alf_transaction bigint,
  acl_change_set  bigint,
  -- Whether each node it wrote is a change; otherwise those that are have rows of their own.
  whole          boolean NOT NULL,
  -- In the row of a single node.
  node           varchar(36),
  subtree        boolean NOT NULL DEFAULT false,
  PRIMARY KEY (transaction, sequence)
);
CREATE INDEX chancery_feed_alf_transaction ON chancery_feed (alf_transaction);
CREATE INDEX chancery_feed_acl_change_set ON chancery_feed (acl_change_set);

-- Changes of access below whose top the index has not caught up.
CREATE TABLE chancery_access_change (
  sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  top      varchar(36) NOT NULL
);

-- Whose transaction numbers the feed holds (those of a dump restored elsewhere mean nothing here), and
-- up to where it has been proved to hold each transaction of the platform.
CREATE TABLE chancery_feed_origin (
  identity              uuid NOT NULL,
  cluster               bigint NOT NULL,
  proved_transaction    bigint NOT NULL,
  proved_acl_change_set bigint NOT NULL
);
