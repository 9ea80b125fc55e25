-- What corrects a record, and what was superseded by something, is asked for on each document's page.
CREATE INDEX node_correction_of ON node ((properties ->> 'rec:correctionOf')) WHERE (properties ->> 'rec:correctionOf') IS NOT NULL;
CREATE INDEX node_superseded_by ON node ((properties ->> 'rec:supersededBy')) WHERE (properties ->> 'rec:supersededBy') IS NOT NULL;
