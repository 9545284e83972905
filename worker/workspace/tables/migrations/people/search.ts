/**
 * Who is called what, by threes of letters, so that a part of a word is found without reading everybody. One entry a
 * root with the texts of its whole family; the rowid is the root's number. Case is folded by us.
 */
export const search = `
CREATE VIRTUAL TABLE contact_index USING fts5(
  called, known, content='', contentless_delete=1, detail=full, tokenize='trigram case_sensitive 1'
);
`;
