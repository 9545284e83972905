/** Contacts changed since what is derived from them was brought up to date. Those there already are all new to it. */
export const dirty = `
CREATE TABLE contact_dirty (contact INTEGER PRIMARY KEY) STRICT;
INSERT INTO job (kind, key, due, tries) SELECT 'derive', '', 0, 0 WHERE EXISTS (SELECT 1 FROM contact);
`;
