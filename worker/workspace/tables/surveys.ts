import type { Survey, SurveyDefinition } from '../../../contract/survey.ts';
import type { Database } from './database.ts';

export type NumberedSurvey = Survey & { number: number };

interface SurveyRow extends Record<string, SqlStorageValue> {
  number: number;
  id: string;
  status: string;
  version: number;
  published_at: number | null;
  definition: string;
}

/** Surveys and their published versions, kept in memory once read. */
export class SurveysTable {
  readonly #db: Database;
  #surveys: NumberedSurvey[] | undefined;
  readonly #versions = new Map<string, SurveyDefinition | null>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** All surveys, live ones first, then in their order. */
  list(): NumberedSurvey[] {
    this.#surveys ??= this.#db
      .all<SurveyRow>(
        `SELECT number, id, status, version, published_at, definition FROM survey ORDER BY status <> 'live', position`,
      )
      .map(toSurvey);
    return this.#surveys;
  }

  byId(id: string): NumberedSurvey | undefined {
    return this.list().find((survey) => survey.id === id);
  }

  byNumber(number: number): NumberedSurvey | undefined {
    return this.list().find((survey) => survey.number === number);
  }

  /** What a version asked; null when there is no such version. */
  version(survey: NumberedSurvey, version: number): SurveyDefinition | null {
    const key = `${survey.number}.${version}`;
    let definition = this.#versions.get(key);
    if (definition === undefined) {
      const row = this.#db.first<{ definition: string }>(
        'SELECT definition FROM survey_version WHERE survey = ? AND version = ?',
        survey.number,
        version,
      );
      definition = row ? (JSON.parse(row.definition) as SurveyDefinition) : null;
      // Versions are immutable, so only a miss may become stale.
      if (definition) this.#versions.set(key, definition);
    }
    return definition;
  }

  /** Publishes a definition as the next version of `id`, making the survey if it is new. Answers the version. */
  publish(id: string, definition: SurveyDefinition, now: number): number {
    const known = this.byId(id);
    const version = (known?.version ?? 0) + 1;
    const json = JSON.stringify(definition);
    this.#db.run(
      `INSERT INTO survey (id, position, status, version, published_at, definition) VALUES (?, ?, 'live', ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET status = 'live', version = excluded.version,
         published_at = excluded.published_at, definition = excluded.definition`,
      id,
      this.list().length,
      version,
      now,
      json,
    );
    this.#surveys = undefined;
    const survey = this.byId(id);
    if (!survey) throw new Error('a survey just written is missing');
    this.#db.run(
      'INSERT INTO survey_version (survey, version, published_at, definition) VALUES (?, ?, ?, ?)',
      survey.number,
      version,
      now,
      json,
    );
    return version;
  }
}

function toSurvey(row: SurveyRow): NumberedSurvey {
  return {
    ...(JSON.parse(row.definition) as SurveyDefinition),
    number: row.number,
    id: row.id,
    status: row.status as Survey['status'],
    version: row.version,
    publishedAt: row.published_at === null ? null : new Date(row.published_at).toISOString(),
    edited: false,
  };
}
