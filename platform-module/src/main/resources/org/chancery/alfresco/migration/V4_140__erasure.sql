-- That something was erased: every node of a cluster then has its own index forget it, too.
CREATE TABLE chancery_erasure (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL
);
