import ICAL from 'ical.js';
import type { FileRow } from './openFile.ts';

/** The columns that cards are read into, so that they are mapped as tables are. */
export const VCARD_HEADER = [
  'UID',
  'FN',
  'GIVEN',
  'FAMILY',
  'EMAIL',
  'TEL',
  'TEL 2',
  'TEL 3',
  'ORG',
  'TITLE',
  'BDAY',
  'LANG',
  'LOCALITY',
  'COUNTRY',
  'NOTE',
  'REV',
];

/** A card longer than this has a picture in it, which is left out before it is read. */
const PICTURE = /^(?:PHOTO|LOGO|SOUND|KEY)[;:].*(?:\r?\n[ \t].*)*/gim;

export function isVcards(text: string): boolean {
  return /^\s*BEGIN:VCARD\s*$/im.test(text.slice(0, 2_000));
}

/** Cards of vCard 3 and 4, one by one: one that cannot be read is a row that says so. */
export function* openVcards(text: string): Generator<FileRow> {
  for (const [index, card] of cardsOf(text).entries()) yield readCard(card, index + 1);
}

/** Every card's text: from its beginning to its end, or to the next one's beginning. */
function cardsOf(text: string): string[] {
  const parts = text.split(/^(?=BEGIN:VCARD[ \t]*\r?$)/im);
  return parts
    .filter((part) => /^BEGIN:VCARD/i.test(part))
    .map((card) => card.replace(/(^END:VCARD)\b[\s\S]*/im, '$1'));
}

function readCard(card: string, line: number): FileRow {
  const bare = (name: string) =>
    new RegExp(`^(?:[\\w-]+\\.)?${name}(?:;[^:\\r\\n]*)?:(.*)$`, 'im').exec(card)?.[1]?.trim() ?? '';
  const version = bare('VERSION');
  if (version !== '3.0' && version !== '4.0') {
    return { line, cells: ['', bare('FN')], fault: version === '2.1' ? 'vcard-21' : 'vcard-broken' };
  }
  try {
    // Apple's groups ("item1.EMAIL") name what belongs together, which is nothing here.
    const plain = card.replace(PICTURE, '').replace(/^[\w-]+\.(?=[A-Z-]+[;:])/gim, '');
    const component = new ICAL.Component(ICAL.parse(plain.trim()) as unknown as never[]);
    return { line, cells: cellsOf(component) };
  } catch {
    // Whatever its reader found, the card is one that cannot be read; the file goes on.
    return { line, cells: ['', bare('FN')], fault: 'vcard-broken' };
  }
}

function cellsOf(card: InstanceType<typeof ICAL.Component>): string[] {
  const all = (name: string) => card.getAllProperties(name);
  const first = (name: string) => plain(card.getFirstPropertyValue(name));
  const part = (name: string, index: number) => {
    const value: unknown = card.getFirstPropertyValue(name);
    return Array.isArray(value) ? plain(value[index]) : index === 0 ? plain(value) : '';
  };
  const phones = all('tel').map((one) => plain(one.getFirstValue()).replace(/^tel:/i, '').replace(/;.*$/, ''));
  const emails = all('email').map((one) => plain(one.getFirstValue()).replace(/^mailto:/i, ''));
  return [
    first('uid'),
    first('fn'),
    part('n', 1),
    part('n', 0),
    emails[0] ?? '',
    phones[0] ?? '',
    phones[1] ?? '',
    phones[2] ?? '',
    part('org', 0),
    first('title'),
    first('bday'),
    first('lang'),
    part('adr', 3),
    part('adr', 6),
    first('note'),
    first('rev'),
  ];
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.map(plain).join(' ').trim() : String(value);
}
