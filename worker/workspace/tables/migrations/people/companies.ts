/** What is known of the companies that contacts name. One a folded name; numbers are for packing. */
export const companies = `
CREATE TABLE company (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE,
  attributes TEXT NOT NULL, provenance TEXT NOT NULL, source TEXT NOT NULL,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
) STRICT;
INSERT INTO company (name, folded, attributes, provenance, source, created_at, updated_at)
  SELECT company, company_folded, '{}', '{}', source, min(created_at), min(created_at) FROM contact
  WHERE company_folded IS NOT NULL GROUP BY company_folded;
CREATE TABLE company_identifier (
  system TEXT NOT NULL, value TEXT NOT NULL, company INTEGER NOT NULL, PRIMARY KEY (system, value)
) STRICT, WITHOUT ROWID;
`;
