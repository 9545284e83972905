import type { Table } from '../../contact-files/parseTable.ts';
import { columnsOf } from '../columnsOf.ts';
import { type FeedbackFile, NOBODY } from '../feedbackFile.ts';
import { personColumns } from '../personColumns.ts';
import { readWhen } from '../readWhen.ts';

const OWN = [
  '#',
  'Response Type',
  'Start Date (UTC)',
  'Stage Date (UTC)',
  'Submit Date (UTC)',
  'Network ID',
  'Tags',
  'Ending',
];

/** Results of a typeform: every column between its own is a question, the respondent's address and name among them. */
export function readTypeform({ header, rows }: Table): FeedbackFile {
  const { cell, others } = columnsOf(header);
  const asked = others(OWN);
  const who = personColumns(header, asked, rows);
  const questions = asked.filter((place) => !who.places.has(place));
  return {
    system: 'typeform',
    parts: [
      {
        key: '',
        questions: questions.map((place) => ({ key: `c${place}`, text: header[place] ?? '' })),
        responses: rows.map(({ line, cells }) => ({
          line,
          id: cell(cells, '#'),
          at: readWhen(cell(cells, 'Submit Date (UTC)', 'Stage Date (UTC)', 'Start Date (UTC)')),
          finished: !/partial/i.test(cell(cells, 'Response Type')),
          isPreview: false,
          person: { ...NOBODY, ...who.read(cells) },
          locale: '',
          cells: questions.map((place) => [cells[place]?.trim() ?? ''].filter(Boolean)),
        })),
      },
    ],
  };
}
