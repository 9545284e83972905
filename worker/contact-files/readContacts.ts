import { cellReader } from './cellReader.ts';
import type { ContactRow } from './contactRow.ts';
import { decode } from './decode.ts';
import { parseTable } from './parseTable.ts';
import { recognisePreset } from './presets.ts';

/** A contact file as it was understood. */
export interface ContactFile {
  /** Whose export it is: `hubspot`, `salesforce`. */
  system: string;
  rows: ContactRow[];
}

/** A contact file's bytes as rows; null when its header is of no system known. */
export function readContacts(bytes: Uint8Array): ContactFile | null {
  const table = parseTable(decode(bytes));
  const preset = recognisePreset(table.header);
  if (!preset) return null;
  const cellsOf = cellReader(table.header);
  return {
    system: preset.system,
    rows: table.rows.map(({ line, cells }) => preset.read(cellsOf(cells), line)),
  };
}
