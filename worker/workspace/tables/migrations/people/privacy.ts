/** What was erased, as HMACs: it stays away, and cannot be read. */
export const privacy = `
CREATE TABLE tombstone (hash BLOB PRIMARY KEY, erasure INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX tombstone_erasure ON tombstone (erasure);
`;
