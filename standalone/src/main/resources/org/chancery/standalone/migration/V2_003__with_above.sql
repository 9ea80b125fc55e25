-- Which of the nodes, and of all above them, the authorities may read, as chancery_roles says of each:
-- a page of search hits with their paths is one walk up and one down.
CREATE FUNCTION chancery_with_above(ids uuid[], everything boolean, authorities text[])
RETURNS TABLE (key bigint, parent_id uuid)
LANGUAGE plpgsql STABLE ROWS 50 AS $$
BEGIN
  RETURN QUERY
  WITH RECURSIVE up (key, id, parent, inherits) AS (
    SELECT n.key, n.id, n.parent, n.inherits FROM node n WHERE n.id = ANY (ids)
    UNION
    SELECT n.key, n.id, n.parent, n.inherits FROM up JOIN node n ON n.key = up.parent
  ),
  -- A look-up for each: as a test for existence the planner reads all grants of the authorities.
  walked (key, id, parent, inherits, granted) AS MATERIALIZED (
    SELECT up.key, up.id, up.parent, up.inherits,
           everything OR (SELECT true FROM access_grant g
                          WHERE g.node = up.key AND g.authority = ANY (authorities) LIMIT 1) IS NOT NULL
    FROM up
  ),
  down (key, id, parent_id, readable) AS (
    SELECT w.key, w.id, NULL::uuid, w.granted FROM walked w WHERE w.parent IS NULL
    UNION ALL
    SELECT w.key, w.id, down.id, w.granted OR (w.inherits AND down.readable)
    FROM down JOIN walked w ON w.parent = down.key
  )
  -- The root is everybody's to pass through.
  SELECT down.key, down.parent_id FROM down WHERE down.readable OR down.parent_id IS NULL;
END
$$;

-- As for chancery_roles: look-ups by key, whatever the planner believes of a young table; and planned
-- once, since planning would take as long as the walk.
ALTER FUNCTION chancery_with_above(uuid[], boolean, text[]) SET enable_seqscan = off;
ALTER FUNCTION chancery_with_above(uuid[], boolean, text[]) SET plan_cache_mode = force_generic_plan;
