import { type Persona, SEGMENTS_MAX, type SegmentRule } from '../../../contract/segment.ts';
import type { Database } from './database.ts';

export interface SegmentRecord {
  /** Its bit in what is packed of people, 0 to 63. */
  place: number;
  id: string;
  name: string;
  rule: SegmentRule;
  persona: Persona | null;
  /** The contact number up to which people were looked at since it changed; null: everybody. */
  looked: number | null;
  countedAt: number | null;
  createdAt: number;
  updatedAt: number;
}

interface SegmentRow extends Record<string, SqlStorageValue> {
  place: number;
  id: string;
  name: string;
  rule: string;
  persona: string | null;
  looked: number | null;
  counted_at: number | null;
  created_at: number;
  updated_at: number;
}

/** Segments: few, and asked for at every response, so that they are kept in memory. */
export class SegmentsTable {
  readonly #db: Database;
  #all: SegmentRecord[] | null = null;

  constructor(db: Database) {
    this.#db = db;
  }

  /** All of them, oldest first. */
  all(): readonly SegmentRecord[] {
    this.#all ??= this.#db
      .all<SegmentRow>(
        'SELECT place, id, name, rule, persona, looked, counted_at, created_at, updated_at FROM segment ORDER BY created_at, place',
      )
      .map(({ counted_at, created_at, updated_at, rule, persona, ...row }) => ({
        ...row,
        rule: JSON.parse(rule) as SegmentRule,
        persona: persona === null ? null : (JSON.parse(persona) as Persona),
        countedAt: counted_at,
        createdAt: created_at,
        updatedAt: updated_at,
      }));
    return this.#all;
  }

  byId(id: string): SegmentRecord | undefined {
    return this.all().find((segment) => segment.id === id);
  }

  /** A place nobody has; null when all are taken. */
  freePlace(): number | null {
    const taken = new Set(this.all().map(({ place }) => place));
    for (let place = 0; place < SEGMENTS_MAX; place++) if (!taken.has(place)) return place;
    return null;
  }

  write(segment: SegmentRecord): void {
    this.#all = null;
    this.#db.run(
      `INSERT INTO segment (place, id, name, rule, persona, looked, counted_at, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (place) DO UPDATE SET name = excluded.name, rule = excluded.rule, persona = excluded.persona,
         looked = excluded.looked, counted_at = excluded.counted_at, updated_at = excluded.updated_at`,
      segment.place,
      segment.id,
      segment.name,
      JSON.stringify(segment.rule),
      segment.persona && JSON.stringify(segment.persona),
      segment.looked,
      segment.countedAt,
      segment.createdAt,
      segment.updatedAt,
    );
  }

  remove(place: number): void {
    this.#all = null;
    this.#db.run('DELETE FROM segment WHERE place = ?', place);
  }
}
