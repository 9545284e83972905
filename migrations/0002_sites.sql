-- Sites with what the public edge needs to serve them, so that a page view never wakes a workspace.
CREATE TABLE site (
  key TEXT PRIMARY KEY,
  workspace TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  origins TEXT NOT NULL,
  id_system TEXT NOT NULL,
  authoritative INTEGER NOT NULL,
  keep_params TEXT NOT NULL,
  privacy_url TEXT,
  daily_quota INTEGER NOT NULL,
  -- Signing secrets, encrypted; the one before stays valid until previous_until.
  kid TEXT NOT NULL,
  secret TEXT NOT NULL,
  previous_kid TEXT,
  previous_secret TEXT,
  previous_until INTEGER,
  write_key_hash TEXT NOT NULL,
  -- Compiled survey rules (JSON), written whenever a survey is published.
  rules TEXT NOT NULL,
  last_seen TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX site_workspace ON site (workspace);

-- Published versions, for the texts files: immutable, so served without asking the workspace.
CREATE TABLE published_survey (
  workspace TEXT NOT NULL,
  survey TEXT NOT NULL,
  version INTEGER NOT NULL,
  definition TEXT NOT NULL,
  PRIMARY KEY (workspace, survey, version)
) STRICT, WITHOUT ROWID;

-- Only a key's hash is kept: one look-up a call.
CREATE TABLE api_key (
  hash TEXT PRIMARY KEY,
  workspace TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
