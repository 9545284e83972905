import type { Column } from '../../contract/imports.ts';
import {
  ATTRIBUTE_VALUE_MAX,
  ATTRIBUTES_MAX,
  EMAIL_MAX,
  EXTERNAL_ID_MAX,
  NAME_MAX,
  PHONE_MAX,
} from '../../contract/limits.ts';
import { attributeOf } from './column.ts';
import type { CellNote, ContactRow } from './contactRow.ts';
import { readAttribute } from './readAttribute.ts';
import { readDay } from './readDay.ts';
import { readTime } from './readTime.ts';
import { readTrait } from './readTrait.ts';

/** What a file's columns are, by place, and whose ids they hold. */
export interface Mapping {
  system: string;
  header: readonly string[];
  columns: readonly Column[];
}

/** What a spreadsheet would run. */
const FORMULA = /^[=@]|^[+-](?![\d\s(])/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: leaving control characters out is the point
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]+/g;

/** One row as a person. One bad cell never spoils its row: what cannot be used is noted and left out. */
export function readRow({ system, header, columns }: Mapping, cells: readonly string[], line: number): ContactRow {
  const notes: CellNote[] = [];
  const row: ContactRow = {
    line,
    externalIds: [],
    name: '',
    email: '',
    phone: '',
    phones: [],
    company: '',
    attributes: {},
    createdAt: null,
    updatedAt: null,
    deleted: false,
    master: null,
    notes,
  };
  let first = '';
  let last = '';
  let attributes = 0;
  for (const [index, column] of columns.entries()) {
    if (column === 'leave') continue;
    const field = header[index] ?? '';
    const value = textOf(cells[index] ?? '');
    if (value === '') continue;
    const bounded = (max: number) => {
      if (value.length <= max) return value;
      notes.push({ field, why: 'too-long' });
      return value.slice(0, max).toWellFormed();
    };
    const whole = (max: number) => {
      if (value.length <= max) return value;
      notes.push({ field, why: 'too-long' });
      return '';
    };
    switch (column) {
      case 'name':
        row.name ||= bounded(NAME_MAX);
        break;
      case 'first-name':
        first ||= bounded(NAME_MAX / 2);
        break;
      case 'last-name':
        last ||= bounded(NAME_MAX / 2 - 1);
        break;
      case 'email':
        row.email ||= whole(EMAIL_MAX * 2);
        break;
      case 'phone':
      case 'mobile': {
        const phone = whole(PHONE_MAX);
        if (phone === '') break;
        if (column === 'mobile') row.phones.unshift(phone);
        else row.phones.push(phone);
        break;
      }
      case 'company':
        row.company ||= bounded(NAME_MAX);
        break;
      case 'id': {
        const id = whole(EXTERNAL_ID_MAX);
        if (id !== '') row.externalIds.push({ system, value: id });
        break;
      }
      case 'created':
      case 'updated': {
        const day = readDay(value);
        const at = readTime(value) ?? (day === null ? null : Date.parse(day));
        if (at === null) notes.push({ field, why: 'not-a-date' });
        else if (column === 'created') row.createdAt = at;
        else row.updatedAt = at;
        break;
      }
      case 'deleted':
        row.deleted = isYes(value);
        break;
      case 'master':
        row.master = whole(EXTERNAL_ID_MAX) || null;
        break;
      default: {
        const name = attributeOf(column);
        if (!name) break;
        const trait = readTrait(name, value);
        if (trait && 'why' in trait) {
          notes.push({ field, why: trait.why });
        } else if (attributes >= ATTRIBUTES_MAX - 2) {
          notes.push({ field, why: 'too-many' });
        } else if (row.attributes[name] === undefined) {
          row.attributes[name] = trait ? trait.value : readAttribute(bounded(ATTRIBUTE_VALUE_MAX));
          if (typeof row.attributes[name] === 'string')
            row.attributes[name] = String(row.attributes[name]).slice(0, ATTRIBUTE_VALUE_MAX);
          attributes += 1;
        }
      }
    }
  }
  row.name ||= [first, last].filter(Boolean).join(' ');
  if (FORMULA.test(row.name)) notes.push({ field: 'name', why: 'formula' });
  row.email = oneAddress(row.email, notes);
  row.phone = row.phones[0] ?? '';
  return row;
}

/** Whether a cell says yes. */
export function isYes(cell: string): boolean {
  return /^\s*(?:true|1|yes|tak|بله)\s*$/i.test(cell);
}

/** A cell without what is not text: control characters, marks of direction at its ends, stray halves of characters. */
function textOf(cell: string): string {
  return (
    cell
      .replace(CONTROL, ' ')
      // What an export of ours made harmless for spreadsheets.
      .replace(/^'(?=[=+\-@])/, '')
      .toWellFormed()
      .replace(
        /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+|[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+$/g,
        '',
      )
  );
}

/** The address of `Ada <ada@b.example>` and `mailto:ada@b.example`; of several the first. */
function oneAddress(written: string, notes: CellNote[]): string {
  const [first = '', ...more] = written.split(/[;,\s]+(?=[^\s;,]*@)/).filter((part) => part.includes('@'));
  if (first === '') return written;
  if (more.length > 0) {
    if (/[<>]/.test(written)) return (/<([^<>\s]+@[^<>\s]+)>/.exec(written)?.[1] ?? written).replace(/^mailto:/i, '');
    notes.push({ field: 'email', why: 'too-many' });
  }
  return (/<([^<>\s]+@[^<>\s]+)>/.exec(first)?.[1] ?? first).replace(/^mailto:/i, '');
}
