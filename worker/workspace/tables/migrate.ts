import type { Database } from './database.ts';
import { first } from './migrations/0001_first.ts';
import { surveyDraft } from './migrations/0002_survey_draft.ts';
import { fatigue } from './migrations/0003_fatigue.ts';
import { invitation } from './migrations/0004_invitation.ts';
import { people } from './migrations/0005_people.ts';

/** Numbered from 1, in order; a landed one is never edited. */
const MIGRATIONS: readonly { name: string; sql: string }[] = [
  { name: '0001_first', sql: first },
  { name: '0002_survey_draft', sql: surveyDraft },
  { name: '0003_fatigue', sql: fatigue },
  { name: '0004_invitation', sql: invitation },
  { name: '0005_people', sql: people },
];

/**
 * Brings the object's tables to the newest shape: every migration once, in order, each in a transaction.
 *
 * @param transaction runs its argument in a transaction that is rolled back when it throws
 * @param migrations the numbered list; tests pass their own
 */
export function migrate(
  db: Database,
  now: number,
  transaction: (work: () => void) => void,
  migrations: readonly { name: string; sql: string }[] = MIGRATIONS,
): void {
  db.run(
    'CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, at INTEGER NOT NULL) STRICT',
  );
  const done = db.first<{ number: number }>('SELECT max(number) AS number FROM migration')?.number ?? 0;
  for (const [index, { name, sql }] of migrations.entries()) {
    const number = index + 1;
    if (number <= done) continue;
    transaction(() => {
      db.run(sql);
      db.run('INSERT INTO migration (number, name, at) VALUES (?, ?, ?)', number, name, now);
    });
  }
}
