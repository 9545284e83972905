/** What happened with contacts and is no answer. */
export const events = `
CREATE TABLE event (
  seq INTEGER PRIMARY KEY, contact INTEGER NOT NULL, at INTEGER NOT NULL, name TEXT NOT NULL,
  source TEXT NOT NULL, properties TEXT NOT NULL
) STRICT;
CREATE INDEX event_contact ON event (contact, at);
`;
