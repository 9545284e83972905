import type { Attributes } from '../../contract/contact.ts';
import type { IdentityEvidence } from '../../contract/identity.ts';
import type { IntakeNote, IntakeVerdict, IntakeWhy } from '../../contract/imports.ts';
import type { ConflictPolicy, StayingField } from '../identity/settleFields.ts';
import type { Actor } from './auditTrail.ts';

/** A person as a file, a call or a connector has them: values as written, '' and null where there is none. */
export interface Incoming {
  externalIds: readonly { system: string; value: string }[];
  email: string;
  phones: readonly string[];
  name: string;
  company: string;
  attributes: Attributes;
  createdAt: number | null;
  /** When the source last changed it; what is not said counts as now. */
  updatedAt: number | null;
  /** The source has deleted it. */
  deleted?: boolean;
  /** The record it was merged into there, by its id; only of a deleted one. */
  master?: { system: string; value: string } | null;
}

/** How a record is taken in. */
export interface Intake extends ConflictPolicy {
  /** Where its facts are said to come from: `import:hubspot`, `segment:SITEKEY`, `connector:hubspot`, `api`. */
  source: string;
  /** Index in TRUSTS, for its identifiers. */
  trust: number;
  actor: Actor;
  /** The import it belongs to. */
  batch?: number;
  /** Collects what undoing takes. */
  undo?: UndoStep[];
}

export interface Taken {
  verdict: IntakeVerdict;
  /** The survivor's number. */
  contact: number | null;
  why?: IntakeWhy;
  /** Fields that changed, with `email`, `phone`, `external:SYSTEM` for identifiers gained. */
  changed: string[];
  notes: IntakeNote[];
  /** What the record has otherwise, and did not change. */
  stays: StayingField[];
}

/** One thing that a record changed, with what was there before. */
export type UndoStep =
  | {
      step: 'created';
      contact: number;
      /** Made to be merged at once: a second record of somebody, and nobody of their own. */
      asLeaf?: true;
    }
  | {
      step: 'fields';
      contact: number;
      before: { name?: string; company?: string | null; attributes: Attributes };
      /** Where the changed fields came from before; null where they were not there. */
      provenance: Record<string, { source: string; at: string } | null>;
      wrote: { source: string; at: string };
      /** What was written: a later file of the same source may say the same moment of something else. */
      after: Attributes;
      /** What merges in force no longer showed from others. */
      released?: { number: number; released: string[] }[];
      updatedAt: { before: number; after: number };
    }
  | { step: 'added'; kind: string; system: string; norm: string; contact: number }
  | {
      step: 'removed';
      identifier: {
        kind: string;
        system: string;
        norm: string;
        contact: number;
        value: string;
        trust: number;
        source: string;
        firstSeen: number;
        lastSeen: number;
      };
    }
  | { step: 'merged'; merge: string }
  /** Companies that a pack of rows made, by number. */
  | { step: 'companies'; from: number; to: number }
  | { step: 'suggested'; suggestion: number }
  /** More speaks for a pair that was suggested before. */
  | { step: 'weighed'; contact: number; suggestion: number; weight: number | null; evidence: IdentityEvidence[] };
