import type { FileRow } from '../contact-files/openFile.ts';
import { isYes, readRow } from '../contact-files/readRow.ts';
import { type ImportRecord, packOf, type RowVerdict } from './importRecord.ts';
import type { Incoming } from './intake.ts';
import type { WorkspaceState } from './state.ts';

const REMEMBERED_PACKS = 8;

/** The packs of a file as records, the last few remembered. */
export class Packs {
  readonly #state: WorkspaceState;
  readonly #import: ImportRecord;
  readonly #remembered = new Map<number, FileRow[]>();
  readonly #deleted: number;

  constructor(state: WorkspaceState, record: ImportRecord) {
    this.#state = state;
    this.#import = record;
    this.#deleted = record.choice.columns.indexOf('deleted');
  }

  rows(pack: number): FileRow[] {
    let rows = this.#remembered.get(pack);
    if (!rows) {
      rows = this.#state.imports.rows(this.#import.number, pack);
      if (this.#remembered.size >= REMEMBERED_PACKS) {
        const [oldest] = this.#remembered.keys();
        if (oldest !== undefined) this.#remembered.delete(oldest);
      }
      this.#remembered.set(pack, rows);
    }
    return rows;
  }

  /** Whether a row waits until all others are taken in: its source has deleted it. */
  isLater({ cells }: FileRow): boolean {
    return isYes(cells[this.#deleted] ?? '');
  }

  notes(place: number): NonNullable<RowVerdict['notes']> {
    return this.#read(place).notes;
  }

  /** What a row is recognised by on a screen. */
  shown(place: number): { line: number; name: string; email: string } {
    const { line, name, email } = this.#read(place);
    return { line, name: name.slice(0, 200), email };
  }

  record(place: number): Incoming {
    const row = this.#read(place);
    const { system } = this.#import.choice;
    return {
      externalIds: row.externalIds,
      email: row.email,
      phones: row.phones,
      name: row.name,
      company: row.company,
      attributes: row.attributes,
      createdAt: row.createdAt,
      // What says no time of its own is as old as the file's arrival; nobody's clock runs ahead of it.
      updatedAt: Math.min(row.updatedAt ?? this.#import.createdAt, this.#import.createdAt),
      ...(row.deleted ? { deleted: true, master: row.master ? { system, value: row.master } : null } : {}),
    };
  }

  #read(place: number) {
    const { pack, index } = packOf(place);
    const row = this.rows(pack)[index];
    const { choice, file } = this.#import;
    return readRow(
      { system: choice.system, header: file.header, columns: choice.columns },
      row?.cells ?? [],
      row?.line ?? 0,
    );
  }
}
