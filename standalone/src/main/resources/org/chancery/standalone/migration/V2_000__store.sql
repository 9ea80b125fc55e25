-- The node store: one row a node, its values in one document, its streams by their hash.

CREATE TABLE node (
  key         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id          uuid NOT NULL UNIQUE,
  parent      bigint REFERENCES node (key),
  name        text NOT NULL,
  -- The name as it is compared: normalised and without case, by the server's own rules, so that
  -- every database sorts and compares alike.
  name_key    text COLLATE "C" NOT NULL,
  type        text NOT NULL,
  aspects     text[] NOT NULL,
  properties  jsonb NOT NULL,
  inherits    boolean NOT NULL DEFAULT true,
  revision    bigint NOT NULL DEFAULT 1,
  created_by  text NOT NULL,
  created_at  timestamptz NOT NULL,
  modified_by text NOT NULL,
  modified_at timestamptz NOT NULL,
  UNIQUE (parent, name_key)
);
CREATE UNIQUE INDEX node_one_root ON node ((true)) WHERE parent IS NULL;
CREATE INDEX node_sha256 ON node ((properties ->> 'cor:sha256')) WHERE (properties ->> 'cor:sha256') IS NOT NULL;
CREATE INDEX node_claim_id ON node ((properties ->> 'cor:claimId')) WHERE (properties ->> 'cor:claimId') IS NOT NULL;
CREATE INDEX node_file_number ON node ((properties ->> 'cor:fileNumber')) WHERE (properties ->> 'cor:fileNumber') IS NOT NULL;

CREATE TABLE association (
  source bigint NOT NULL REFERENCES node (key) ON DELETE CASCADE,
  type   text NOT NULL,
  target bigint NOT NULL REFERENCES node (key) ON DELETE CASCADE,
  PRIMARY KEY (source, type, target)
);
CREATE INDEX association_target ON association (target, type);

CREATE TABLE content (
  node       bigint NOT NULL REFERENCES node (key) ON DELETE CASCADE,
  property   text NOT NULL,
  sha256     text COLLATE "C" NOT NULL,
  size       bigint NOT NULL,
  media_type text NOT NULL,
  PRIMARY KEY (node, property)
);
CREATE INDEX content_sha256 ON content (sha256);

CREATE TABLE version (
  key        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  node       bigint NOT NULL REFERENCES node (key) ON DELETE CASCADE,
  major      integer NOT NULL,
  minor      integer NOT NULL,
  kept_at    timestamptz NOT NULL,
  kept_by    text NOT NULL,
  comment    text NOT NULL,
  properties jsonb NOT NULL,
  UNIQUE (node, major, minor)
);

CREATE TABLE version_content (
  version    bigint NOT NULL REFERENCES version (key) ON DELETE CASCADE,
  property   text NOT NULL,
  sha256     text COLLATE "C" NOT NULL,
  size       bigint NOT NULL,
  media_type text NOT NULL,
  PRIMARY KEY (version, property)
);
CREATE INDEX version_content_sha256 ON version_content (sha256);

-- What is granted on a node itself; node.inherits says whether the parent's grants count as well.
CREATE TABLE access_grant (
  node      bigint NOT NULL REFERENCES node (key) ON DELETE CASCADE,
  authority text NOT NULL,
  role      text NOT NULL,
  PRIMARY KEY (node, authority, role)
);

-- What the index follows. Ordered by transaction and number: a number alone can be overtaken by a
-- transaction that took a smaller one and commits later, and even a transaction's own id is taken
-- after its first number.
CREATE TABLE commit_log (
  sequence    bigint GENERATED ALWAYS AS IDENTITY,
  transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
  node        uuid NOT NULL,
  created     boolean NOT NULL,
  subtree     boolean NOT NULL,
  PRIMARY KEY (transaction, sequence)
);

-- Changes of access whose subtree the index has not caught up with.
CREATE TABLE access_change (
  sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  top      uuid NOT NULL
);

-- Whose transaction numbers the commit log holds: those of a dump that was restored elsewhere mean
-- nothing here.
CREATE TABLE feed (
  identity uuid NOT NULL,
  cluster  bigint NOT NULL
);

-- The roles the authorities hold on a node, its own and those it inherits.
CREATE FUNCTION chancery_roles(start bigint, authorities text[]) RETURNS text[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
  found text[];
BEGIN
  WITH RECURSIVE up (key, parent, inherits) AS (
    SELECT n.key, n.parent, n.inherits FROM node n WHERE n.key = start
    UNION ALL
    SELECT n.key, n.parent, n.inherits FROM up JOIN node n ON n.key = up.parent WHERE up.inherits
  )
  SELECT coalesce(array_agg(DISTINCT g.role), '{}') INTO found
  FROM up JOIN access_grant g ON g.node = up.key
  WHERE g.authority = ANY (authorities);
  RETURN found;
END
$$;

-- How many nodes lie above.
CREATE FUNCTION chancery_depth(start bigint) RETURNS integer
LANGUAGE plpgsql STABLE AS $$
DECLARE
  depth integer;
BEGIN
  WITH RECURSIVE up (parent) AS (
    SELECT n.parent FROM node n WHERE n.key = start
    UNION ALL
    SELECT n.parent FROM up JOIN node n ON n.key = up.parent
  )
  SELECT count(*) - 1 INTO depth FROM up;
  RETURN depth;
END
$$;

INSERT INTO node (id, parent, name, name_key, type, aspects, properties, inherits,
                  created_by, created_at, modified_by, modified_at)
VALUES ('00000000-0000-4000-8000-000000000000', NULL, 'Chancery', 'chancery', 'cm:folder', '{}', '{}', false,
        'system', now(), 'system', now());
