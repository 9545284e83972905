/** Past feedback brought along from other tools, and what it changed. */
export const feedback = `
CREATE TABLE feedback_import (
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, file TEXT NOT NULL, system TEXT NOT NULL,
  status TEXT NOT NULL, counts TEXT NOT NULL, surveys TEXT NOT NULL,
  by_id TEXT NOT NULL, by_name TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;
-- Answers of other tools that are here already, by a hash of whose they are and what they are called there.
CREATE TABLE feedback_known (source TEXT PRIMARY KEY, import INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- What a pack of rows made (JSON): seqs, sources, and what undoing its people takes. The key is its import's number times a
-- million and its place.
CREATE TABLE feedback_pack (key INTEGER PRIMARY KEY, made TEXT NOT NULL) STRICT;
`;
