/**
 * Files brought in, and what they changed. Rows are packed by the dozen, so that a row of a file costs a small part of
 * one here; the key of a pack is its import's number times a million and its place.
 */
export const imports = `
CREATE TABLE import (
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, status TEXT NOT NULL,
  file TEXT NOT NULL, choice TEXT NOT NULL, progress TEXT NOT NULL,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
) STRICT;
CREATE TABLE import_rows (key INTEGER PRIMARY KEY, rows TEXT NOT NULL) STRICT;
-- kinds: a letter a row, so that a page of one verdict skips packs without any.
CREATE TABLE import_plan (key INTEGER PRIMARY KEY, kinds TEXT NOT NULL, verdicts TEXT NOT NULL) STRICT;
-- contacts: whom the pack touched; undo: what was there before.
CREATE TABLE import_done (
  key INTEGER PRIMARY KEY, kinds TEXT NOT NULL, verdicts TEXT NOT NULL, contacts TEXT NOT NULL, undo TEXT NOT NULL
) STRICT;
-- Answers to calls that may be made twice, for a day.
CREATE TABLE idempotency (
  key TEXT PRIMARY KEY, digest TEXT NOT NULL, answer TEXT NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_at ON idempotency (at);
`;
