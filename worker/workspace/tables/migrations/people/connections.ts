/**
 * Connections to customer systems, what they did, and what of ours stands there. Credentials are sealed: whoever reads the
 * rows has nothing. `way_back` has a row a response and connection, of tied responses alone and only while there is one.
 */
export const connections = `
CREATE TABLE connection (
  id TEXT PRIMARY KEY, system TEXT NOT NULL, name TEXT NOT NULL, host TEXT NOT NULL, status TEXT NOT NULL,
  sealed TEXT NOT NULL, write_back INTEGER NOT NULL, conflict TEXT NOT NULL, mapping TEXT NOT NULL,
  -- Where this product is reached, for links back.
  origin TEXT NOT NULL,
  -- By stream, as the connector wrote them.
  cursors TEXT NOT NULL,
  -- Rises with whatever makes an answer that is on its way worthless: a pause, other credentials, another mapping.
  generation INTEGER NOT NULL,
  -- The run that goes on: which streams it is through with, and what it counted.
  run TEXT, counts TEXT NOT NULL, totals TEXT NOT NULL, caught_up INTEGER NOT NULL, sent INTEGER NOT NULL,
  -- What went wrong, and what the last test said: both JSON.
  fault TEXT, tested TEXT, failures INTEGER NOT NULL,
  last_run_at INTEGER, last_success_at INTEGER, next_run_at INTEGER,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE sync_log (number INTEGER PRIMARY KEY, connection TEXT NOT NULL, at INTEGER NOT NULL, entry TEXT NOT NULL) STRICT;
CREATE INDEX sync_log_connection ON sync_log (connection, number);
CREATE TABLE way_back (
  connection TEXT NOT NULL, response INTEGER NOT NULL,
  -- The leaf it is of; null once it is nobody's.
  contact INTEGER,
  -- waiting, sending (asked for, with no answer yet), sent, unknown (nobody there has that id), failed.
  state TEXT NOT NULL, due INTEGER NOT NULL, tries INTEGER NOT NULL,
  -- Rises whenever the response changes, also while it is on its way.
  version INTEGER NOT NULL,
  -- What stands there, on whom, and a hash of what it says.
  remote TEXT, remote_contact TEXT, digest TEXT, fault TEXT,
  PRIMARY KEY (connection, response)
) STRICT, WITHOUT ROWID;
CREATE INDEX way_back_due ON way_back (connection, state, due) WHERE state <> 'sent';
CREATE INDEX way_back_contact ON way_back (contact);
`;
