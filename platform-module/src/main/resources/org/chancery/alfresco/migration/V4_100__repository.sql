-- What the bytes behind the platform's content addresses are. An address's bytes never change.
CREATE TABLE chancery_content (
  url text PRIMARY KEY,
  sha256 char(64) NOT NULL,
  size bigint NOT NULL,
  stored_at timestamptz NOT NULL
);

CREATE INDEX chancery_content_by_hash ON chancery_content (sha256, stored_at);

-- Numbers that are never given twice.
CREATE TABLE chancery_sequence (
  name text PRIMARY KEY,
  value bigint NOT NULL
);
