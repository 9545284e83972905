/**
 * Segments, personas and what is packed of people. A segment's place is its bit; `looked` is the contact number up to which
 * people were looked at since it changed, null once it was everybody.
 */
export const segments = `
CREATE TABLE segment (
  place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, rule TEXT NOT NULL, persona TEXT,
  looked INTEGER, counted_at INTEGER, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
) STRICT;

-- Columns by contact number, so many people a row: see facts/people.
CREATE TABLE people_pack (pack INTEGER PRIMARY KEY, people BLOB NOT NULL) STRICT;

-- Lifecycle stages as they are packed, one byte a person.
CREATE TABLE people_stage (code INTEGER PRIMARY KEY, folded TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT;
`;
