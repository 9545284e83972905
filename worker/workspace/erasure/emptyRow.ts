import type { FileRow } from '../../contact-files/openFile.ts';

/** A row of a file that somebody erased is no longer in. */
export function emptyRow(row: FileRow): FileRow {
  return { ...row, cells: row.cells.map(() => ''), fault: 'erased' };
}
