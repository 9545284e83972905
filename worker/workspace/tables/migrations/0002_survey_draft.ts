/** What an admin is still writing: one draft a survey, beside what is published. */
export const surveyDraft = `
CREATE TABLE survey_draft (
  survey INTEGER PRIMARY KEY, definition TEXT NOT NULL, base INTEGER NOT NULL, updated_at INTEGER NOT NULL,
  by_id TEXT NOT NULL, by_name TEXT NOT NULL
) STRICT;
`;
