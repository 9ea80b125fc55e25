-- The nodes and all above them, once each, as narrow as deciding takes who may see what of their
-- paths. What a page of search hits needs of the folders above is a name.
CREATE FUNCTION chancery_walk_up(ids uuid[], everything boolean, authorities text[])
RETURNS TABLE (key bigint, id uuid, parent bigint, name text, inherits boolean, granted boolean)
LANGUAGE plpgsql STABLE ROWS 50 AS $$
BEGIN
  RETURN QUERY
  WITH RECURSIVE up (key, id, parent, name, inherits) AS (
    SELECT n.key, n.id, n.parent, n.name, n.inherits FROM node n WHERE n.id = ANY (ids)
    UNION
    SELECT n.key, n.id, n.parent, n.name, n.inherits FROM up JOIN node n ON n.key = up.parent
  )
  -- A look-up for each: as a test for existence the planner reads all grants of the authorities.
  SELECT up.key, up.id, up.parent, up.name, up.inherits,
         everything OR (SELECT true FROM access_grant g
                        WHERE g.node = up.key AND g.authority = ANY (authorities) LIMIT 1) IS NOT NULL
  FROM up;
END
$$;

-- Look-ups by key, whatever the planner believes of a young table; and planned once, since planning
-- would take as long as the walk.
ALTER FUNCTION chancery_walk_up(uuid[], boolean, text[]) SET enable_seqscan = off;
ALTER FUNCTION chancery_walk_up(uuid[], boolean, text[]) SET enable_hashjoin = off;
ALTER FUNCTION chancery_walk_up(uuid[], boolean, text[]) SET enable_mergejoin = off;
ALTER FUNCTION chancery_walk_up(uuid[], boolean, text[]) SET plan_cache_mode = force_generic_plan;

DROP FUNCTION chancery_with_above(uuid[], boolean, text[]);
