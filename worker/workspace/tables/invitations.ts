import type { Invitation } from '../../../contract/invitation.ts';
import type { Database } from './database.ts';

export interface InvitationRecord {
  /** Of the token, which is kept nowhere. */
  hash: string;
  id: string;
  survey: number;
  version: number;
  kind: Invitation['kind'];
  /** A leaf's number; null for a place. */
  contact: number | null;
  /** 0: the survey's own. */
  touchpoint: number;
  site: string;
  test: boolean;
  /** The id of the one response a personal invitation takes. */
  response: string | null;
  createdAt: number;
  expiresAt: number;
  revokedAt: number | null;
  answered: number;
  answeredAt: number | null;
}

interface InvitationRow extends Record<string, SqlStorageValue> {
  hash: string;
  id: string;
  survey: number;
  version: number;
  kind: string;
  contact: number | null;
  touchpoint: number;
  site: string;
  test: number;
  response: string | null;
  created_at: number;
  expires_at: number;
  revoked_at: number | null;
  answered: number;
  answered_at: number | null;
}

const COLUMNS = `hash, id, survey, version, kind, contact, touchpoint, site, test, response, created_at, expires_at,
  revoked_at, answered, answered_at`;

/** Links that a survey is answered by. */
export class InvitationsTable {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  byHash(hash: string): InvitationRecord | undefined {
    const row = this.#db.first<InvitationRow>(`SELECT ${COLUMNS} FROM invitation WHERE hash = ?`, hash);
    return row && toInvitation(row);
  }

  byId(id: string): InvitationRecord | undefined {
    const row = this.#db.first<InvitationRow>(`SELECT ${COLUMNS} FROM invitation WHERE id = ?`, id);
    return row && toInvitation(row);
  }

  /** Newest first, of one survey or of all, below `before`: ids begin with their time. */
  list(survey: number | null, before: string, limit: number): InvitationRecord[] {
    return this.#db
      .all<InvitationRow>(
        survey === null
          ? `SELECT ${COLUMNS} FROM invitation WHERE id < ?1 ORDER BY id DESC LIMIT ?2`
          : `SELECT ${COLUMNS} FROM invitation WHERE survey = ?3 AND id < ?1 ORDER BY id DESC LIMIT ?2`,
        before,
        limit,
        ...(survey === null ? [] : [survey]),
      )
      .map(toInvitation);
  }

  insert(record: InvitationRecord): void {
    this.#db.run(
      `INSERT INTO invitation (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      record.hash,
      record.id,
      record.survey,
      record.version,
      record.kind,
      record.contact,
      record.touchpoint,
      record.site,
      record.test ? 1 : 0,
      record.response,
      record.createdAt,
      record.expiresAt,
      record.revokedAt,
      record.answered,
      record.answeredAt,
    );
  }

  revoke(hash: string, now: number): void {
    this.#db.run('UPDATE invitation SET revoked_at = ? WHERE hash = ?', now, hash);
  }

  /** Counts one response more. */
  noteAnswer(hash: string, now: number): void {
    this.#db.run('UPDATE invitation SET answered = answered + 1, answered_at = ? WHERE hash = ?', now, hash);
  }
}

function toInvitation(row: InvitationRow): InvitationRecord {
  return {
    hash: row.hash,
    id: row.id,
    survey: row.survey,
    version: row.version,
    kind: row.kind as Invitation['kind'],
    contact: row.contact,
    touchpoint: row.touchpoint,
    site: row.site,
    test: row.test === 1,
    response: row.response,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    answered: row.answered,
    answeredAt: row.answered_at,
  };
}
