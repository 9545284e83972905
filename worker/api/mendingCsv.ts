import Papa from 'papaparse';
import type { IntakeNote, IntakeWhy } from '../../contract/imports.ts';
import type { Locale } from '../../contract/locale.ts';
import { REASON_HEADER } from '../contact-files/column.ts';
import type { RowToMend } from '../workspace/verbs/intake/imports.ts';
import { FORMULA } from './csv.ts';

type Refusal = Extract<IntakeWhy, 'erased' | 'nothing-usable' | 'vcard-21' | 'vcard-broken'>;

interface Words {
  refused: Record<Refusal, string>;
  /** Before what was left out of a row that came in. */
  without: string;
  notes: Record<IntakeNote['why'], string>;
  /** Fields that notes name other than by their header. */
  fields: Record<'name' | 'email' | 'phone' | 'external', string>;
}

const WORDS: Record<Locale, Words> = {
  en: {
    refused: {
      erased: 'this person was erased and may not come back',
      'nothing-usable': 'no name, and no usable email, phone or id',
      'vcard-21': 'a vCard of version 2.1: save it as 3.0 or 4.0',
      'vcard-broken': 'a vCard that cannot be read',
    },
    without: 'brought in, but',
    notes: {
      unusable: 'cannot be used',
      taken: 'belongs to somebody else',
      'too-long': 'too long',
      'not-a-date': 'no date',
      'not-a-number': 'no number',
      'not-a-channel': 'no channel we know',
      'too-many': 'too many',
      formula: 'looks like a formula',
    },
    fields: { name: 'name', email: 'email', phone: 'phone', external: 'id' },
  },
  fa: {
    refused: {
      erased: 'این شخص پاک شده است و نباید برگردد',
      'nothing-usable': 'نه نامی دارد و نه ایمیل، تلفن یا شناسهٔ قابل استفاده‌ای',
      'vcard-21': 'کارت نسخهٔ ۲٫۱ است؛ آن را با نسخهٔ ۳ یا ۴ ذخیره کنید',
      'vcard-broken': 'این کارت خوانده نمی‌شود',
    },
    without: 'وارد شد، ولی',
    notes: {
      unusable: 'قابل استفاده نیست',
      taken: 'از آن کس دیگری است',
      'too-long': 'بلندتر از اندازه است',
      'not-a-date': 'تاریخ نیست',
      'not-a-number': 'عدد نیست',
      'not-a-channel': 'راه شناخته‌شده‌ای نیست',
      'too-many': 'بیش از اندازه است',
      formula: 'به فرمول می‌ماند',
    },
    fields: { name: 'نام', email: 'ایمیل', phone: 'تلفن', external: 'شناسه' },
  },
  pl: {
    refused: {
      erased: 'ta osoba została usunięta i nie może wrócić',
      'nothing-usable': 'brak nazwiska oraz użytecznego adresu e-mail, telefonu i identyfikatora',
      'vcard-21': 'wizytówka w wersji 2.1: zapisz ją jako 3.0 lub 4.0',
      'vcard-broken': 'wizytówki nie da się odczytać',
    },
    without: 'przyjęto, ale',
    notes: {
      unusable: 'nie do użycia',
      taken: 'należy do kogoś innego',
      'too-long': 'za długie',
      'not-a-date': 'to nie data',
      'not-a-number': 'to nie liczba',
      'not-a-channel': 'nieznany kanał',
      'too-many': 'za dużo',
      formula: 'wygląda jak formuła',
    },
    fields: { name: 'nazwisko', email: 'e-mail', phone: 'telefon', external: 'identyfikator' },
  },
};

function reasonOf({ why, notes }: RowToMend, words: Words): string {
  if (why !== '') return words.refused[why as Refusal] ?? why;
  const said = notes.map(({ field, why }) => {
    const kind = field.startsWith('external:') ? 'external' : field;
    const called = Object.hasOwn(words.fields, kind) ? words.fields[kind as keyof Words['fields']] : field;
    return `${called}: ${words.notes[why]}`;
  });
  return `${words.without} ${said.join('; ')}`;
}

/** How a file of rows to mend is called and typed, by what parts its cells. */
export function mendingFile(delimiter: string): { name: string; type: string } {
  if (delimiter === '\t') return { name: 'rows-to-mend.tsv', type: 'text/tab-separated-values; charset=utf-8' };
  return { name: 'rows-to-mend.csv', type: 'text/csv; charset=utf-8' };
}

type Page = (cursor: number | undefined) => Promise<{ rows: RowToMend[]; next: number | null } | null>;

/**
 * Rows to mend under their own header, parted as their file was, a page in memory at a time. Harmless to spreadsheets, and
 * with the mark by which they read UTF-8 rightly.
 */
export function mendingCsv(
  { header, delimiter }: { header: readonly string[]; delimiter: string },
  locale: Locale,
  read: Page,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const known = header.indexOf(REASON_HEADER);
  const columns = known < 0 ? [...header, REASON_HEADER] : header;
  const format = { quotes: true, escapeFormulae: FORMULA, newline: '\r\n', delimiter };
  const write = (rows: readonly (readonly string[])[]) =>
    encoder.encode(`${Papa.unparse(rows as string[][], format)}\r\n`);
  let cursor: number | undefined;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode('\ufeff'));
      controller.enqueue(write([columns]));
    },
    async pull(controller) {
      const page = await read(cursor);
      const rows = (page?.rows ?? []).map((mended) => {
        const row = header.map((_, index) => mended.cells[index] ?? '');
        row[known < 0 ? header.length : known] = reasonOf(mended, WORDS[locale]);
        return row;
      });
      if (rows.length > 0) controller.enqueue(write(rows));
      if (!page || page.next === null) controller.close();
      else cursor = page.next;
    },
  });
}
