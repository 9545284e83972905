import type { Survey, SurveyDefinition } from '../../../contract/survey.ts';
import type { Actor } from '../auditTrail.ts';
import type { Database } from './database.ts';

export type NumberedSurvey = Survey & { number: number };

export interface DraftRecord {
  definition: SurveyDefinition;
  /** The version it grew from, 0 for none. */
  base: number;
  updatedAt: number;
  by: Actor;
}

export interface VersionRecord {
  version: number;
  publishedAt: number;
  definition: SurveyDefinition;
}

interface SurveyRow extends Record<string, SqlStorageValue> {
  number: number;
  id: string;
  status: string;
  version: number;
  published_at: number | null;
  definition: string;
  edited: number;
}

interface DraftRow extends Record<string, SqlStorageValue> {
  definition: string;
  base: number;
  updated_at: number;
  by_id: string;
  by_name: string;
}

interface VersionRow extends Record<string, SqlStorageValue> {
  version: number;
  published_at: number;
  definition: string;
}

/** Surveys, their drafts and their published versions; surveys and versions are kept in memory once read. */
export class SurveysTable {
  readonly #db: Database;
  #surveys: NumberedSurvey[] | undefined;
  readonly #versions = new Map<string, SurveyDefinition | null>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** All surveys, live ones first, then in their order. One never published says what its draft says. */
  list(): NumberedSurvey[] {
    this.#surveys ??= this.#db
      .all<SurveyRow>(
        `SELECT number, id, status, version, published_at,
           CASE version WHEN 0 THEN survey_draft.definition ELSE survey.definition END AS definition,
           version > 0 AND survey_draft.survey IS NOT NULL AS edited
         FROM survey LEFT JOIN survey_draft ON survey_draft.survey = number ORDER BY status <> 'live', position`,
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

  /** Every published version, newest first. */
  versions(survey: NumberedSurvey): VersionRecord[] {
    return this.#db
      .all<VersionRow>(
        'SELECT version, published_at, definition FROM survey_version WHERE survey = ? ORDER BY version DESC',
        survey.number,
      )
      .map((row) => ({
        version: row.version,
        publishedAt: row.published_at,
        definition: JSON.parse(row.definition) as SurveyDefinition,
      }));
  }

  draft(survey: NumberedSurvey): DraftRecord | null {
    const row = this.#db.first<DraftRow>(
      'SELECT definition, base, updated_at, by_id, by_name FROM survey_draft WHERE survey = ?',
      survey.number,
    );
    return row ? toDraft(row) : null;
  }

  writeDraft(survey: NumberedSurvey, draft: DraftRecord): void {
    this.#db.run(
      `INSERT INTO survey_draft (survey, definition, base, updated_at, by_id, by_name) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (survey) DO UPDATE SET definition = excluded.definition, base = excluded.base,
         updated_at = excluded.updated_at, by_id = excluded.by_id, by_name = excluded.by_name`,
      survey.number,
      JSON.stringify(draft.definition),
      draft.base,
      draft.updatedAt,
      draft.by.id,
      draft.by.name,
    );
    this.#surveys = undefined;
  }

  dropDraft(survey: NumberedSurvey): void {
    this.#db.run('DELETE FROM survey_draft WHERE survey = ?', survey.number);
    this.#surveys = undefined;
  }

  /** Makes a survey that is only a draft as yet. */
  create(id: string, draft: DraftRecord): void {
    this.#db.run(
      `INSERT INTO survey (id, position, status, version, published_at, definition) VALUES (?, ?, 'draft', 0, NULL, '')`,
      id,
      this.#nextPosition(),
    );
    this.#surveys = undefined;
    this.writeDraft(this.#written(id), draft);
  }

  /** Takes out a survey that was never published, draft and all. */
  remove(survey: NumberedSurvey): void {
    this.dropDraft(survey);
    this.#db.run('DELETE FROM survey WHERE number = ? AND version = 0', survey.number);
    this.#surveys = undefined;
  }

  setStatus(survey: NumberedSurvey, status: Survey['status']): void {
    this.#db.run('UPDATE survey SET status = ? WHERE number = ?', status, survey.number);
    this.#surveys = undefined;
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
      this.#nextPosition(),
      version,
      now,
      json,
    );
    this.#surveys = undefined;
    const survey = this.#written(id);
    this.#db.run(
      'INSERT INTO survey_version (survey, version, published_at, definition) VALUES (?, ?, ?, ?)',
      survey.number,
      version,
      now,
      json,
    );
    // A look-up that came too early may have found nothing.
    this.#versions.delete(`${survey.number}.${version}`);
    return version;
  }

  #nextPosition(): number {
    return (this.#db.first<{ last: number | null }>('SELECT max(position) AS last FROM survey')?.last ?? -1) + 1;
  }

  #written(id: string): NumberedSurvey {
    const survey = this.byId(id);
    if (!survey) throw new Error('a survey just written is missing');
    return survey;
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
    edited: row.edited === 1,
  };
}

function toDraft(row: DraftRow): DraftRecord {
  return {
    definition: JSON.parse(row.definition) as SurveyDefinition,
    base: row.base,
    updatedAt: row.updated_at,
    by: { id: row.by_id, name: row.by_name },
  };
}
