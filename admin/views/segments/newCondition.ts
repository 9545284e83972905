import type { SegmentCondition } from '../../../contract/segment.ts';

/** The kinds of conditions, in the order they are offered. */
export const KINDS = [
  'text',
  'number',
  'date',
  'company',
  'score',
  'did',
  'added',
  'identifier',
  'source',
  'consent',
  'never',
] as const satisfies readonly SegmentCondition['by'][];
export type Kind = (typeof KINDS)[number];

/** A condition of a kind to begin with. */
export function newCondition(kind: Kind): SegmentCondition {
  switch (kind) {
    case 'text':
      return { by: 'text', name: 'stage', is: 'one-of', words: [] };
    case 'number':
      return { by: 'number', name: 'value', from: 1 };
    case 'date':
      return { by: 'date', name: 'renewal', range: { in: 'next', days: 60 } };
    case 'company':
      return { by: 'company', is: 'known', words: [] };
    case 'score':
      return { by: 'score', of: 'last', metric: 'csat', to: 2 };
    case 'did':
      return { by: 'did', what: 'response', from: 1 };
    case 'added':
      return { by: 'added', range: { in: 'last', days: 30 } };
    case 'identifier':
      return { by: 'identifier', kind: 'email', has: true };
    case 'source':
      return { by: 'source', words: ['import'], has: true };
    case 'consent':
      return { by: 'consent', purpose: 'email', is: true };
    case 'never':
      return { by: 'never', is: false };
  }
}
