import type { SegmentCreate } from '../contract/segment.ts';

/** Segments of the demonstration. Faces quote nobody yet: comments are chosen once they are there. */
export const segments: readonly SegmentCreate[] = [
  {
    name: 'Renewing within 60 days, unhappy with their last delivery',
    rule: {
      match: 'all',
      of: [
        { by: 'date', name: 'renewal', range: { in: 'next', days: 60 } },
        { by: 'score', of: 'last', metric: 'csat', touchpoint: 'delivery', to: 2 },
      ],
    },
    persona: {
      name: 'Sara, who waits for coffee',
      needs: ['to know on which day the courier comes', 'somebody who answers when a parcel is late'],
      goals: ['an office that never runs out of coffee', 'a renewal she can defend before her director'],
      quote: null,
    },
  },
  {
    name: 'Regulars who love it',
    rule: {
      match: 'all',
      of: [
        { by: 'did', what: 'response', from: 3 },
        { by: 'score', of: 'mean', metric: 'csat', from: 4 },
      ],
    },
    persona: {
      name: 'Marek, who tells everybody',
      needs: ['a word of thanks now and then', 'new beans before others hear of them'],
      goals: ['the best coffee on his floor'],
      quote: null,
    },
  },
  {
    name: 'Customers who have gone quiet',
    rule: {
      match: 'all',
      of: [
        { by: 'text', name: 'stage', is: 'one-of', words: ['customer', 'evangelist'] },
        { by: 'did', what: 'response', to: 0, days: 30 },
      ],
    },
    persona: null,
  },
];
