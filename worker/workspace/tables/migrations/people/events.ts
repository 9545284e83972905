/** What happened with contacts and is no answer. */
export const events = `
CREATE TABLE event (
  seq INTEGER PRIMARY KEY, contact INTEGER NOT NULL, at INTEGER NOT NULL, name TEXT NOT NULL,
  source TEXT NOT NULL, properties TEXT NOT NULL
) STRICT;
CREATE INDEX event_contact ON event (contact, at);

-- Ids of messages that servers sent lately, so that one sent again counts once; whole days go at once.
CREATE TABLE tracked_message (
  day INTEGER NOT NULL, site INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (day, site, id)
) STRICT, WITHOUT ROWID;

-- Surveys that an event has made due for a person, until they were asked or the time is over.
CREATE TABLE due_survey (
  contact INTEGER NOT NULL, survey INTEGER NOT NULL, at INTEGER NOT NULL, until INTEGER NOT NULL,
  PRIMARY KEY (contact, survey)
) STRICT, WITHOUT ROWID;
`;
