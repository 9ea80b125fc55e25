-- Which of the nodes the authorities may read, as chancery_roles says of each: a page of search hits
-- is asked for at the price of one.
CREATE FUNCTION chancery_readable(ids uuid[], authorities text[]) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY
  WITH RECURSIVE up (start, key, parent, inherits) AS (
    SELECT n.key, n.key, n.parent, n.inherits FROM node n WHERE n.id = ANY (ids)
    UNION ALL
    SELECT up.start, n.key, n.parent, n.inherits
    FROM up JOIN node n ON n.key = up.parent WHERE up.inherits
  )
  SELECT DISTINCT up.start
  FROM up JOIN access_grant g ON g.node = up.key
  WHERE g.authority = ANY (authorities);
END
$$;

-- As for chancery_roles: look-ups by key, whatever the planner believes of a young table.
ALTER FUNCTION chancery_readable(uuid[], text[]) SET enable_seqscan = off;
ALTER FUNCTION chancery_readable(uuid[], text[]) SET enable_hashjoin = off;
ALTER FUNCTION chancery_readable(uuid[], text[]) SET enable_mergejoin = off;
