/**
 * Displays are found by visitor and id in one index, so that one follows its visitor to a contact and still costs two
 * rows; they get flags. What was decided last about asking somebody is kept, and who never wants to be asked again.
 */
export const fatigue = `
CREATE TABLE display_next (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL,
  site INTEGER NOT NULL, survey INTEGER NOT NULL, version INTEGER NOT NULL, touchpoint INTEGER NOT NULL,
  visitor TEXT, contact INTEGER, outcome INTEGER NOT NULL, flags INTEGER NOT NULL,
  at INTEGER NOT NULL, updated_at INTEGER NOT NULL
) STRICT;
INSERT INTO display_next SELECT seq, id, site, survey, version, touchpoint, visitor, contact, outcome, 0, at, updated_at
  FROM display;
DROP TABLE display;
ALTER TABLE display_next RENAME TO display;
CREATE INDEX display_visitor ON display (visitor, id);

-- One row a contact and survey: whether they were asked when their page last wanted to, or why not.
CREATE TABLE decision (
  contact INTEGER NOT NULL, survey INTEGER NOT NULL, at INTEGER NOT NULL, reason TEXT, detail TEXT NOT NULL,
  PRIMARY KEY (contact, survey)
) STRICT, WITHOUT ROWID;

-- "Don't ask me again" is for good, so it is not looked for in years of displays.
CREATE TABLE unasked (contact INTEGER PRIMARY KEY, display INTEGER NOT NULL, survey INTEGER NOT NULL, at INTEGER NOT NULL) STRICT;
INSERT OR IGNORE INTO unasked (contact, display, survey, at)
  SELECT contact, seq, survey, at FROM display WHERE contact IS NOT NULL AND outcome = 4 ORDER BY seq;
`;
