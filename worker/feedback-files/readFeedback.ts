import { decode } from '../contact-files/decode.ts';
import { headerKey } from '../contact-files/headerKey.ts';
import { parseTable } from '../contact-files/parseTable.ts';
import type { FeedbackFile } from './feedbackFile.ts';
import { readDelightedObjects, readDelightedTable } from './readers/delighted.ts';
import { readQualtrics } from './readers/qualtrics.ts';
import { readSurveyMonkey } from './readers/surveymonkey.ts';
import { readTypeform } from './readers/typeform.ts';

/** Headers that tell whose export a table is, in any order and case, whatever else there is. */
const TABLES = [
  { needs: ['ResponseId', 'RecordedDate', 'Finished'], read: readQualtrics },
  { needs: ['Respondent ID', 'Collector ID'], read: readSurveyMonkey },
  { needs: ['#', 'Submit Date (UTC)'], read: readTypeform },
  { needs: ['id', 'score', 'comment', 'survey_type'], read: readDelightedTable },
  { needs: ['score', 'comment', 'permalink'], read: readDelightedTable },
] as const;

/** A file of past feedback, whosever export it is; null when it is of nobody known. */
export function readFeedback(bytes: Uint8Array): FeedbackFile | null {
  const text = decode(bytes).replace(/^\ufeff/, '');
  if (/^\s*[[{]/.test(text)) return readDelightedObjects(text);
  const table = parseTable(text);
  const present = new Set(table.header.map(headerKey));
  const known = TABLES.find(({ needs }) => needs.every((name) => present.has(headerKey(name))));
  return known ? known.read(table) : null;
}
