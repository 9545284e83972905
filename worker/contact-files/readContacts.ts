import type { ContactRow } from './contactRow.ts';
import { openFile } from './openFile.ts';
import { readRow } from './readRow.ts';

/** A contact file as it was understood. */
export interface ContactFile {
  /** Whose export it is: `hubspot`, `salesforce`. */
  system: string;
  rows: ContactRow[];
}

/** A contact file's bytes as rows; null when its header is of no system known. */
export function readContacts(bytes: Uint8Array): ContactFile | null {
  const file = openFile(bytes);
  if ('fault' in file || file.preset === null) return null;
  return { system: file.preset, rows: [...file.rows].map(({ line, cells }) => readRow(file, cells, line)) };
}
