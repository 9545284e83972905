/** What was erased, as HMACs: it stays away, and cannot be read. And what people consented to. */
export const privacy = `
CREATE TABLE tombstone (hash BLOB PRIMARY KEY, erasure INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX tombstone_erasure ON tombstone (erasure);

-- Certificates: how much went, never whose it was.
CREATE TABLE erasure (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, by TEXT NOT NULL, responses TEXT NOT NULL,
  counts TEXT NOT NULL, entry INTEGER NOT NULL, lifted_at INTEGER, lifted_by TEXT
) STRICT;
-- Numbers of contacts that were: nobody gets them again, and merges with them cannot be undone.
CREATE TABLE erased (contact INTEGER PRIMARY KEY, erasure INTEGER NOT NULL) STRICT;

CREATE TABLE consent (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL, contact INTEGER NOT NULL, purpose TEXT NOT NULL, state TEXT NOT NULL,
  at INTEGER NOT NULL, recorded_at INTEGER NOT NULL, source TEXT NOT NULL, evidence TEXT NOT NULL, by TEXT NOT NULL,
  survey INTEGER, version INTEGER, response INTEGER
) STRICT;
CREATE INDEX consent_contact ON consent (contact, at);
CREATE INDEX consent_response ON consent (response) WHERE response IS NOT NULL;
`;
