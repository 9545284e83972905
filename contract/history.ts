import type { Answer } from './collect.ts';
import type { Attributes } from './contact.ts';
import type { Device, Outcome, Trust } from './metric.ts';
import type { Evidence } from './response.ts';

/**
 * A past brought along whole: people, answers and displays with their own times, as an import or the demonstration
 * data loads them. Types only: it never comes from a stranger. Times are milliseconds since 1970, UTC.
 */

export interface HistoryIdentifier {
  kind: 'external' | 'email' | 'phone';
  /** Whose external id it is; '' for other kinds. */
  system: string;
  /** As written. */
  value: string;
  /** As compared. */
  norm: string;
  /** Who brought it: `import:hubspot`, … */
  source: string;
}

export interface HistoryContact {
  id: string;
  name: string;
  company: string | null;
  attributes: Attributes;
  source: string;
  /** Whoever else brought fields, by `name`, `company` or an attribute's name; the others come from `source`. */
  sources?: Record<string, string>;
  identifiers: HistoryIdentifier[];
  createdAt: number;
  updatedAt: number;
}

export interface HistoryResponse {
  /** A UUIDv7 whose time is `receivedAt`. */
  id: string;
  survey: string;
  version: number;
  touchpoint: string | null;
  visitor: string | null;
  answers: Answer[];
  complete: boolean;
  trust: Trust;
  /** The id of a contact of the same history. */
  contact: string | null;
  match: { method: 'token' | 'claim' | 'visitor' | 'none'; evidence: Evidence[] };
  page: { url: string; title: string | null };
  locale: string;
  device: { type: Device; browser: string | null; os: string | null };
  country: string | null;
  startedAt: number;
  receivedAt: number;
}

export interface HistoryDisplay {
  id: string;
  survey: string;
  version: number;
  touchpoint: string | null;
  visitor: string | null;
  contact: string | null;
  outcome: Outcome;
  at: number;
}
