import type { Table } from '../contact-files/parseTable.ts';
import { foldText } from '../identity/foldText.ts';

const EMAIL = /\be-?mail\b|ایمیل|پست الکترونیک/;
const PHONE = /\b(?:phone|mobile|telefon\w*)\b|تلفن|موبایل/;
const NAME = /^(?:your |full |what(?:'|’)?s your )?name\??$|^imie(?: i nazwisko)?\??$|^نام(?: و نام خانوادگی)?$/;
const FIRST = /^(?:your )?first name\??$|^imie$|^نام$/;
const LAST = /^(?:your )?last name\??$|^nazwisko$|^نام خانوادگی$/;

interface PersonColumns {
  places: ReadonlySet<number>;
  read(cells: readonly string[]): { email: string; phone: string; name: string };
}

/** Which columns of a form ask who somebody is: by their heading, and for addresses by what was answered too. */
export function personColumns(header: readonly string[], asked: readonly number[], rows: Table['rows']): PersonColumns {
  const heading = (place: number) => foldText(header[place] ?? '');
  const answersOf = (place: number) => rows.map(({ cells }) => cells[place]?.trim() ?? '').filter(Boolean);
  const find = (pattern: RegExp) => asked.find((place) => pattern.test(heading(place)));
  const email = asked.find((place) => {
    const answers = answersOf(place);
    return EMAIL.test(heading(place)) && answers.length > 0 && answers.every((answer) => /^\S+@\S+$/.test(answer));
  });
  const phone = asked.find((place) => {
    const answers = answersOf(place);
    return (
      PHONE.test(heading(place)) &&
      answers.length > 0 &&
      answers.every((answer) => /^'?[+\d][\d\s().-]{5,}$/.test(answer))
    );
  });
  const last = find(LAST);
  const first = last === undefined ? undefined : find(FIRST);
  const name = first === undefined ? find(NAME) : undefined;
  const cell = (cells: readonly string[], place: number | undefined) =>
    place === undefined ? '' : (cells[place]?.trim() ?? '');
  return {
    places: new Set([email, phone, name, first, last].flatMap((place) => place ?? [])),
    read: (cells) => ({
      email: cell(cells, email),
      phone: cell(cells, phone).replace(/^'/, ''),
      name: cell(cells, name) || [cell(cells, first), cell(cells, last)].filter(Boolean).join(' '),
    }),
  };
}
