import type { Column } from '../../contract/imports.ts';

/** How one system's contact export is recognised and read. */
export interface Preset {
  /** The `system` of its external ids. */
  system: string;
  /** Headers that all must be there, in any order and case. */
  needs: readonly string[];
  /** What its columns are. Others are attributes under their own names. */
  columns: Readonly<Record<string, Column>>;
}
