/** Surveys by link. The token itself is nowhere: whoever reads the rows cannot answer for anybody. */
export const invitation = `
CREATE TABLE invitation (
  hash TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, survey INTEGER NOT NULL, version INTEGER NOT NULL, kind TEXT NOT NULL,
  contact INTEGER, touchpoint INTEGER NOT NULL, site TEXT NOT NULL, test INTEGER NOT NULL,
  -- The one response of a personal invitation, named before it is given.
  response TEXT,
  created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, revoked_at INTEGER,
  answered INTEGER NOT NULL, answered_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX invitation_survey ON invitation (survey, id);
`;
