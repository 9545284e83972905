import type { Table } from '../../contact-files/parseTable.ts';
import { columnsOf } from '../columnsOf.ts';
import type { FeedbackFile } from '../feedbackFile.ts';
import { readWhen } from '../readWhen.ts';

const OWN = [
  'StartDate',
  'EndDate',
  'Status',
  'IPAddress',
  'Progress',
  'Duration (in seconds)',
  'Finished',
  'RecordedDate',
  'ResponseId',
  'RecipientLastName',
  'RecipientFirstName',
  'RecipientEmail',
  'ExternalReference',
  'LocationLatitude',
  'LocationLongitude',
  'DistributionChannel',
  'UserLanguage',
];
/** Columns that say of another column what it says itself. */
const DERIVED = /_(?:NPS_GROUP|DO(?:_\d+)?)$/;

/** Responses of Qualtrics: three header rows, of ids, of texts, and of JSON that says in which zone times are. */
export function readQualtrics({ header, rows }: Table): FeedbackFile {
  const { cell, others } = columnsOf(header);
  const about = rows.slice(0, 2).findLastIndex(({ cells }) => cells.some((value) => /^\s*\{\s*"ImportId"/.test(value)));
  const texts = about > 0 ? (rows[0]?.cells ?? []) : [];
  const zone = zoneIn(rows[about]?.cells ?? []);
  const questions = others(OWN).filter((place) => header[place] !== '' && !DERIVED.test(header[place] ?? ''));
  const when = (cells: readonly string[]) =>
    readWhen(cell(cells, 'RecordedDate', 'EndDate', 'StartDate'), { american: true, zone });
  return {
    system: 'qualtrics',
    parts: [
      {
        key: '',
        questions: questions.map((place) => ({
          key: header[place] ?? '',
          text: texts[place]?.trim() || (header[place] ?? ''),
        })),
        responses: rows.slice(about + 1).map(({ line, cells }) => ({
          line,
          id: cell(cells, 'ResponseId'),
          at: when(cells),
          finished: /^(?:true|1)$/i.test(cell(cells, 'Finished')),
          isPreview: /^(?:1|survey preview|9|survey test|2|spam)$/i.test(cell(cells, 'Status')),
          person: {
            email: cell(cells, 'RecipientEmail'),
            phone: '',
            name: [cell(cells, 'RecipientFirstName'), cell(cells, 'RecipientLastName')].filter(Boolean).join(' '),
            externalId: cell(cells, 'ExternalReference'),
          },
          locale: cell(cells, 'UserLanguage').toLowerCase(),
          cells: questions.map((place) => [cells[place]?.trim() ?? ''].filter(Boolean)),
        })),
      },
    ],
  };
}

function zoneIn(cells: readonly string[]): string {
  const zone = cells.map((value) => /"timeZone"\s*:\s*"([^"]{1,60})"/.exec(value)?.[1]).find(Boolean) ?? 'UTC';
  if (zone === 'Z') return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return 'UTC';
    throw error;
  }
}
