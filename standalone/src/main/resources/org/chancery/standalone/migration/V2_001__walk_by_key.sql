-- Walking up a tree is a few look-ups by key. While the table is young the planner would rather read
-- all of it and join by hash, and keeps to that plan while the table grows.
ALTER FUNCTION chancery_roles(bigint, text[]) SET enable_seqscan = off;
ALTER FUNCTION chancery_roles(bigint, text[]) SET enable_hashjoin = off;
ALTER FUNCTION chancery_roles(bigint, text[]) SET enable_mergejoin = off;
ALTER FUNCTION chancery_depth(bigint) SET enable_seqscan = off;
ALTER FUNCTION chancery_depth(bigint) SET enable_hashjoin = off;
ALTER FUNCTION chancery_depth(bigint) SET enable_mergejoin = off;
