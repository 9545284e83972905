/**
 * Whole numbers of milliseconds since 1970 for times, JSON text for structures, and numbers of their own
 * (never reused) for what facts are packed by.
 */
export const first = `
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE stage (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE touchpoint (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, position INTEGER NOT NULL, definition TEXT NOT NULL
) STRICT;

CREATE TABLE survey (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, position INTEGER NOT NULL, status TEXT NOT NULL,
  version INTEGER NOT NULL, published_at INTEGER, definition TEXT NOT NULL
) STRICT;

CREATE TABLE survey_version (
  survey INTEGER NOT NULL, version INTEGER NOT NULL, published_at INTEGER NOT NULL, definition TEXT NOT NULL,
  PRIMARY KEY (survey, version)
) STRICT, WITHOUT ROWID;

-- Small dictionaries behind the one-byte columns of a fact: languages, countries, sites.
CREATE TABLE word (
  kind TEXT NOT NULL, value TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (kind, value)
) STRICT, WITHOUT ROWID;

-- AUTOINCREMENT: a contact's number is never given to another, even after an undone import.
CREATE TABLE contact (
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, parent INTEGER,
  name TEXT NOT NULL, company TEXT, company_folded TEXT,
  -- Folded name and company; and the same with every identifier, which not everybody may search by.
  called TEXT NOT NULL, search TEXT NOT NULL,
  attributes TEXT NOT NULL, provenance TEXT NOT NULL, source TEXT NOT NULL,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_parent ON contact (parent) WHERE parent IS NOT NULL;
CREATE INDEX contact_company ON contact (company_folded) WHERE company_folded IS NOT NULL;

-- One row per contact an identifier was seen with. Strong kinds (external, email) point at one contact only;
-- a phone or a visitor may be shared, which is what makes it evidence and not proof.
CREATE TABLE identifier (
  kind TEXT NOT NULL, system TEXT NOT NULL, norm TEXT NOT NULL, contact INTEGER NOT NULL,
  value TEXT NOT NULL, trust INTEGER NOT NULL, source TEXT NOT NULL,
  first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL,
  PRIMARY KEY (kind, system, norm, contact)
) STRICT, WITHOUT ROWID;
CREATE INDEX identifier_contact ON identifier (contact);

-- seq is the order of arrival; rows are flagged, never deleted, so that it is never reused.
CREATE TABLE response (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL,
  site INTEGER NOT NULL, survey INTEGER NOT NULL, version INTEGER NOT NULL, touchpoint INTEGER NOT NULL,
  metric INTEGER NOT NULL, score INTEGER, comment TEXT, folded TEXT, answers TEXT NOT NULL,
  trust INTEGER NOT NULL, contact INTEGER, visitor TEXT,
  page TEXT NOT NULL, locale TEXT, device TEXT NOT NULL, country TEXT, context TEXT,
  flags INTEGER NOT NULL, started_at INTEGER NOT NULL, received_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX response_contact ON response (contact, started_at) WHERE contact IS NOT NULL;
CREATE INDEX response_visitor ON response (visitor) WHERE visitor IS NOT NULL;

-- Every decision that tied a response, oldest first; the last one is in force. undoes names the one it took back.
CREATE TABLE match (
  response INTEGER NOT NULL, n INTEGER NOT NULL, method TEXT NOT NULL, state TEXT NOT NULL, contact INTEGER,
  trust INTEGER NOT NULL, evidence TEXT NOT NULL, claim TEXT, undoes INTEGER, at INTEGER NOT NULL, by TEXT NOT NULL,
  PRIMARY KEY (response, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX match_claim ON match (state, claim) WHERE claim IS NOT NULL AND state IN ('pending', 'unmatched');

CREATE TABLE display (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  site INTEGER NOT NULL, survey INTEGER NOT NULL, version INTEGER NOT NULL, touchpoint INTEGER NOT NULL,
  visitor TEXT, contact INTEGER, outcome INTEGER NOT NULL, at INTEGER NOT NULL, updated_at INTEGER NOT NULL
) STRICT;

-- Facts, sealed: one row per UTC day of arrival (or more), one column per group of fields.
CREATE TABLE response_block (
  first INTEGER PRIMARY KEY, last INTEGER NOT NULL, count INTEGER NOT NULL, day INTEGER NOT NULL,
  from_minute INTEGER NOT NULL, until_minute INTEGER NOT NULL,
  time BLOB NOT NULL, figure BLOB NOT NULL, who BLOB NOT NULL, context BLOB NOT NULL
) STRICT;
CREATE INDEX response_block_until ON response_block (until_minute, from_minute);
CREATE TABLE display_block (
  first INTEGER PRIMARY KEY, last INTEGER NOT NULL, count INTEGER NOT NULL, day INTEGER NOT NULL,
  from_minute INTEGER NOT NULL, until_minute INTEGER NOT NULL,
  time BLOB NOT NULL, figure BLOB NOT NULL, who BLOB NOT NULL, context BLOB NOT NULL
) STRICT;
CREATE INDEX display_block_until ON display_block (until_minute, from_minute);

CREATE TABLE job (
  kind TEXT NOT NULL, key TEXT NOT NULL, due INTEGER NOT NULL, tries INTEGER NOT NULL, PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

-- digest = H(salt ‖ payload), chain = H(previous chain ‖ at, actor, verb, subject ‖ digest): payload and salt can go,
-- the chain still verifies.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, verb TEXT NOT NULL, subject TEXT NOT NULL,
  payload TEXT, salt BLOB, digest BLOB NOT NULL, chain BLOB NOT NULL
) STRICT;
`;
