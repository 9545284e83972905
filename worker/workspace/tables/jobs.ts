import type { Database } from './database.ts';

export interface Job {
  kind: string;
  key: string;
  due: number;
  tries: number;
}

/** What the clock has to do, and when. One row per (kind, key). */
export class JobsTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Plans a job. One that is planned already keeps the earlier time. Answers whether the plan changed. */
  plan(kind: string, key: string, due: number): boolean {
    const known = this.#db.first<{ due: number }>('SELECT due FROM job WHERE kind = ? AND key = ?', kind, key);
    if (known && known.due <= due) return false;
    this.#db.run(
      `INSERT INTO job (kind, key, due, tries) VALUES (?, ?, ?, 0)
       ON CONFLICT (kind, key) DO UPDATE SET due = excluded.due`,
      kind,
      key,
      due,
    );
    return true;
  }

  all(): Job[] {
    return this.#db.all<Job & Record<string, SqlStorageValue>>('SELECT kind, key, due, tries FROM job ORDER BY due');
  }

  /** When a job is due now, if it is still planned. */
  due({ kind, key }: Pick<Job, 'kind' | 'key'>): number | undefined {
    return this.#db.first<{ due: number }>('SELECT due FROM job WHERE kind = ? AND key = ?', kind, key)?.due;
  }

  /** Moves a job that is not over; it has not failed. */
  move({ kind, key }: Pick<Job, 'kind' | 'key'>, due: number): void {
    this.#db.run('UPDATE job SET due = ?, tries = 0 WHERE kind = ? AND key = ?', due, kind, key);
  }

  done(job: Pick<Job, 'kind' | 'key'>): void {
    this.#db.run('DELETE FROM job WHERE kind = ? AND key = ?', job.kind, job.key);
  }

  /** Puts a failed job off. */
  retry(job: Job, due: number): void {
    this.#db.run('UPDATE job SET due = ?, tries = tries + 1 WHERE kind = ? AND key = ?', due, job.kind, job.key);
  }
}
