import type { Stage, Touchpoint } from '../../../contract/survey.ts';
import type { Database } from './database.ts';

/** A touchpoint with the number facts are packed by. */
export type NumberedTouchpoint = Touchpoint & { number: number };

/** Journey stages and touchpoints: few, read by every view, so kept in memory once read. */
export class JourneyTable {
  readonly #db: Database;
  #stages: Stage[] | undefined;
  #touchpoints: NumberedTouchpoint[] | undefined;

  constructor(db: Database) {
    this.#db = db;
  }

  stages(): Stage[] {
    this.#stages ??= this.#db
      .all<{ id: string; name: string }>('SELECT id, name FROM stage ORDER BY position')
      .map((row) => ({ id: row.id, name: JSON.parse(row.name) as Stage['name'] }));
    return this.#stages;
  }

  touchpoints(): NumberedTouchpoint[] {
    this.#touchpoints ??= this.#db
      .all<{ number: number; id: string; definition: string }>(
        'SELECT number, id, definition FROM touchpoint ORDER BY position',
      )
      .map((row) => ({ ...(JSON.parse(row.definition) as Touchpoint), id: row.id, number: row.number }));
    return this.#touchpoints;
  }

  byId(id: string): NumberedTouchpoint | undefined {
    return this.touchpoints().find((touchpoint) => touchpoint.id === id);
  }

  byNumber(number: number): NumberedTouchpoint | undefined {
    return this.touchpoints().find((touchpoint) => touchpoint.number === number);
  }

  /** Replaces the stages and adds or changes the touchpoints; a touchpoint keeps its number for good. */
  write(stages: readonly Stage[], touchpoints: readonly Touchpoint[]): void {
    this.#db.run('DELETE FROM stage');
    for (const [position, stage] of stages.entries()) {
      this.#db.run(
        'INSERT INTO stage (id, position, name) VALUES (?, ?, ?)',
        stage.id,
        position,
        JSON.stringify(stage.name),
      );
    }
    for (const [position, touchpoint] of touchpoints.entries()) {
      this.#db.run(
        `INSERT INTO touchpoint (id, position, definition) VALUES (?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET position = excluded.position, definition = excluded.definition`,
        touchpoint.id,
        position,
        JSON.stringify(touchpoint),
      );
    }
    this.#stages = undefined;
    this.#touchpoints = undefined;
  }
}
