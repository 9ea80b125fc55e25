-- The feed is kept for some days only. An index that stands before what has been taken away is built anew.
ALTER TABLE chancery_feed ADD COLUMN written timestamptz NOT NULL DEFAULT now();
CREATE INDEX chancery_feed_written ON chancery_feed (written);

-- The database's number of the last transaction whose rows were taken away.
ALTER TABLE chancery_feed_origin ADD COLUMN pruned xid8;
