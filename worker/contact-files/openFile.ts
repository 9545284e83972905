import type { Column } from '../../contract/imports.ts';
import { columnsBy } from './column.ts';
import { decode } from './decode.ts';
import { guessColumns } from './guessColumns.ts';
import { isVcards, openVcards, VCARD_HEADER } from './openVcards.ts';
import { openTable } from './parseTable.ts';
import { recognisePreset } from './presets.ts';

/** `erased`: it told somebody who was erased, and is empty now. */
export const ROW_FAULTS = ['vcard-21', 'vcard-broken', 'erased'] as const;
export type RowFault = (typeof ROW_FAULTS)[number];

/** A record of a file as it was written. */
export interface FileRow {
  line: number;
  cells: string[];
  /** Why it could not be read at all. */
  fault?: RowFault;
}

export const FILE_FAULTS = ['empty', 'no-rows', 'workbook', 'not-text', 'too-many-columns'] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** A contact file, its rows still to be read. */
export interface OpenFile {
  /** Whose export it is; null when nobody's known. */
  preset: string | null;
  /** The `system` of its external ids. */
  system: string;
  header: string[];
  /** What parts its cells; a comma for vCards. */
  delimiter: string;
  /** What its columns may be, by place. */
  columns: Column[];
  rows: Generator<FileRow>;
}

const COLUMNS_MAX = 300;
/** The system of ids in a table of nobody we know. */
const UNKNOWN_SYSTEM = 'crm';

/** A file's bytes as a contact file: CSV, TSV or vCards in any encoding; or why it is none. */
export function openFile(bytes: Uint8Array): OpenFile | { fault: FileFault } {
  if (bytes.length === 0) return { fault: 'empty' };
  // "PK" begins every zip, and so every workbook; the other one is what workbooks were before.
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return { fault: 'workbook' };
  const text = decode(bytes);
  if (!isText(text)) return { fault: 'not-text' };
  if (text.trim() === '') return { fault: 'empty' };
  if (isVcards(text)) return opened(VCARD_HEADER, ',', openVcards(text));
  const { header, delimiter, rows } = openTable(text);
  if (header.length > COLUMNS_MAX) return { fault: 'too-many-columns' };
  return opened(header, delimiter, rows);
}

function opened(header: string[], delimiter: string, rows: Generator<FileRow>): OpenFile | { fault: FileFault } {
  const first = rows.next();
  if (first.done) return { fault: 'no-rows' };
  const preset = recognisePreset(header);
  return {
    preset: preset?.system ?? null,
    system: preset?.system ?? UNKNOWN_SYSTEM,
    header,
    delimiter,
    columns: preset ? columnsBy(header, preset.columns) : guessColumns(header),
    rows: (function* () {
      yield first.value;
      yield* rows;
    })(),
  };
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** Text has hardly any control characters; pictures and programs have little else. */
function isText(text: string): boolean {
  const looked = text.slice(0, 20_000);
  let odd = 0;
  for (let i = 0; i < looked.length; i += 1) {
    const code = looked.charCodeAt(i);
    if (code < 32 ? code !== 9 && code !== 10 && code !== 13 : code === 0xfffd) odd += 1;
  }
  return odd <= looked.length / 50;
}
