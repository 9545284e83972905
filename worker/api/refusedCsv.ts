import Papa from 'papaparse';
import type { IntakeWhy } from '../../contract/imports.ts';
import type { Locale } from '../../contract/locale.ts';
import { REASON_HEADER } from '../contact-files/column.ts';
import { FORMULA } from './csv.ts';

type Refusal = Extract<IntakeWhy, 'erased' | 'nothing-usable' | 'vcard-21' | 'vcard-broken'>;

const REASONS: Record<Locale, Record<Refusal, string>> = {
  en: {
    erased: 'this person was erased and may not come back',
    'nothing-usable': 'no name, and no usable email, phone or id',
    'vcard-21': 'a vCard of version 2.1: save it as 3.0 or 4.0',
    'vcard-broken': 'a vCard that cannot be read',
  },
  fa: {
    erased: 'این شخص پاک شده است و نباید برگردد',
    'nothing-usable': 'نه نامی دارد و نه ایمیل، تلفن یا شناسهٔ قابل استفاده‌ای',
    'vcard-21': 'کارت نسخهٔ ۲٫۱ است؛ آن را با نسخهٔ ۳ یا ۴ ذخیره کنید',
    'vcard-broken': 'این کارت خوانده نمی‌شود',
  },
  pl: {
    erased: 'ta osoba została usunięta i nie może wrócić',
    'nothing-usable': 'brak nazwiska oraz użytecznego adresu e-mail, telefonu i identyfikatora',
    'vcard-21': 'wizytówka w wersji 2.1: zapisz ją jako 3.0 lub 4.0',
    'vcard-broken': 'wizytówki nie da się odczytać',
  },
};

type Page = (
  cursor: number | undefined,
) => Promise<{ rows: { cells: string[]; why: string }[]; next: number | null } | null>;

/** Refused rows as CSV under their own header, a page in memory at a time; harmless to spreadsheets. */
export function refusedCsv(header: readonly string[], locale: Locale, read: Page): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const known = header.indexOf(REASON_HEADER);
  const columns = known < 0 ? [...header, REASON_HEADER] : header;
  const write = (rows: readonly (readonly string[])[]) =>
    encoder.encode(
      `${Papa.unparse(rows as string[][], { quotes: true, escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`,
    );
  let cursor: number | undefined;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode('\ufeff'));
      controller.enqueue(write([columns]));
    },
    async pull(controller) {
      const page = await read(cursor);
      const rows = (page?.rows ?? []).map(({ cells, why }) => {
        const row = header.map((_, index) => cells[index] ?? '');
        row[known < 0 ? header.length : known] = REASONS[locale][why as Refusal] ?? why;
        return row;
      });
      if (rows.length > 0) controller.enqueue(write(rows));
      if (!page || page.next === null) controller.close();
      else cursor = page.next;
    },
  });
}
