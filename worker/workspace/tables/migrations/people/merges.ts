/**
 * Who was joined with whom, and who may be. Contacts here are leaves; `contact.parent` follows from the merges in force.
 * `shown` is what a survivor is presented as under them; its own columns stay as they were written.
 */
export const merges = `
ALTER TABLE contact ADD COLUMN shown TEXT;

-- taken: fields that are shown from the absorbed; released: those of them that were written on the survivor since.
CREATE TABLE merge (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, survivor INTEGER NOT NULL, absorbed INTEGER NOT NULL,
  taken TEXT NOT NULL, released TEXT NOT NULL, method TEXT NOT NULL, evidence TEXT NOT NULL,
  batch INTEGER, suggestion INTEGER, at INTEGER NOT NULL, by TEXT NOT NULL,
  undone_at INTEGER, undone_by TEXT, erased INTEGER NOT NULL
) STRICT;
CREATE INDEX merge_survivor ON merge (survivor);
CREATE INDEX merge_absorbed ON merge (absorbed);
CREATE INDEX merge_batch ON merge (batch) WHERE batch IS NOT NULL;

-- Answers and displays that followed a browser only because the people who use it were one: an undo takes them back.
CREATE TABLE stitched (
  stream TEXT NOT NULL, seq INTEGER NOT NULL, visitor TEXT NOT NULL, PRIMARY KEY (visitor, stream, seq)
) STRICT, WITHOUT ROWID;

-- Pairs of contacts that may be one person, a < b. weight: log2 of the odds; null where no score speaks for it.
CREATE TABLE suggestion (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, a INTEGER NOT NULL, b INTEGER NOT NULL,
  weight REAL, evidence TEXT NOT NULL, state TEXT NOT NULL, merge INTEGER,
  at INTEGER NOT NULL, updated_at INTEGER NOT NULL, UNIQUE (a, b)
) STRICT;
CREATE INDEX suggestion_b ON suggestion (b);
CREATE INDEX suggestion_open ON suggestion (state, updated_at);
CREATE TABLE suggestion_decision (
  suggestion INTEGER NOT NULL, n INTEGER NOT NULL, decision TEXT NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL,
  PRIMARY KEY (suggestion, n)
) STRICT, WITHOUT ROWID;

-- The journal of a person: decisions that tied a response to a contact, and those that took one away from it.
CREATE INDEX match_contact ON match (contact, at) WHERE contact IS NOT NULL;
CREATE TABLE match_left (
  contact INTEGER NOT NULL, at INTEGER NOT NULL, response INTEGER NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (contact, at, response, n)
) STRICT, WITHOUT ROWID;

-- What the scorer learnt of this workspace's contacts, and how far its run is.
CREATE TABLE link_model (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;
