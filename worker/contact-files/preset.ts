import type { Cells } from './cellReader.ts';
import type { ContactRow } from './contactRow.ts';

/** How one system's contact export is recognised and read. */
export interface Preset {
  /** The `system` of its external ids. */
  system: string;
  /** Headers that all must be there, in any order and case. */
  needs: readonly string[];
  read(cells: Cells, line: number): ContactRow;
}
