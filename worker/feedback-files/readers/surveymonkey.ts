import type { Table } from '../../contact-files/parseTable.ts';
import { columnsOf } from '../columnsOf.ts';
import type { FeedbackFile } from '../feedbackFile.ts';
import { readWhen } from '../readWhen.ts';

const OWN = [
  'Respondent ID',
  'Collector ID',
  'Start Date',
  'End Date',
  'Date Created',
  'Date Modified',
  'IP Address',
  'Email Address',
  'First Name',
  'Last Name',
];
/** What the second header row says of a question with one column. */
const PLAIN = /^(?:response|open-ended response|)$/i;

interface Asked {
  key: string;
  text: string;
  /** Its columns; of several, what each is chosen or rated for. */
  places: { place: number; option: string }[];
}

/** Results of SurveyMonkey: a second header row names options, and a question may have a column for each. */
export function readSurveyMonkey({ header, rows }: Table): FeedbackFile {
  const { cell, others } = columnsOf(header);
  const [second, ...answers] = rows;
  const hasOptions = second !== undefined && cell(second.cells, 'Respondent ID') === '';
  const options = hasOptions ? second.cells.map((option) => option.trim()) : [];
  const given = hasOptions ? answers : rows;
  const asked = questionsIn(
    header,
    others(OWN).filter((place) => !/^custom data/i.test(header[place] ?? '')),
    options,
    given,
  );
  return {
    system: 'surveymonkey',
    parts: [
      {
        key: '',
        questions: asked.map(({ key, text }) => ({ key, text })),
        responses: given.map(({ line, cells }) => ({
          line,
          id: cell(cells, 'Respondent ID'),
          at: readWhen(cell(cells, 'End Date', 'Date Modified', 'Start Date', 'Date Created'), { american: true }),
          finished: cell(cells, 'End Date', 'Date Modified') !== '',
          isPreview: false,
          person: {
            email: cell(cells, 'Email Address'),
            phone: '',
            name: [cell(cells, 'First Name'), cell(cells, 'Last Name')].filter(Boolean).join(' '),
            externalId: '',
          },
          locale: '',
          cells: asked.map(({ places }) => places.map(({ place }) => cells[place]?.trim() ?? '').filter(Boolean)),
        })),
      },
    ],
  };
}

/** A column without a heading belongs to the question before it; where cells only repeat their option, it is a choice. */
function questionsIn(
  header: readonly string[],
  places: readonly number[],
  options: readonly string[],
  rows: Table['rows'],
): Asked[] {
  const groups: Asked[] = [];
  for (const place of places) {
    const text = header[place]?.trim() ?? '';
    const column = { place, option: options[place] ?? '' };
    const last = groups.at(-1);
    if (text === '' && last) last.places.push(column);
    else groups.push({ key: `c${place}`, text, places: [column] });
  }
  return groups.flatMap((group) => {
    const isChoice = group.places.every(({ place, option }) => {
      const written = rows.map(({ cells }) => cells[place]?.trim() ?? '').filter(Boolean);
      return PLAIN.test(option) || /^other\b/i.test(option) || written.every((value) => value === option);
    });
    if (isChoice) return [group];
    // A rating of several things: each is a question of its own.
    return group.places.map(
      (column): Asked => ({
        key: `c${column.place}`,
        text: PLAIN.test(column.option) ? group.text : `${group.text} – ${column.option}`,
        places: [column],
      }),
    );
  });
}
