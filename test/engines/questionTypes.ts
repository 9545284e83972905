import { describe, expect, it } from 'vitest';
import type { Answer } from '../../contract/collect.ts';
import { EVERY_TYPE } from '../support/everyType.ts';
import type { Stage } from './stage.ts';
import type { Visitor } from './visitor.ts';

const radio = (at: number) => (visitor: Visitor) => visitor.click({ css: '[role=radio]', at });

/** How each is answered with the pointer and the keys, and what must then be stored. */
const WAYS: [string, (visitor: Visitor) => Promise<void>, Answer['value']][] = [
  ['nps', radio(9), 9],
  ['ces', radio(5), 6],
  ['thumbs', radio(1), 1],
  ['single', (visitor) => visitor.click({ css: '[role=radio]', text: 'speed' }), 'speed'],
  [
    'multiple',
    async (visitor) => {
      await visitor.click({ css: '[role=checkbox]', text: 'price' });
      await visitor.click({ css: '[role=checkbox]', text: 'taste' });
      await visitor.button('Send');
    },
    ['price', 'taste'],
  ],
  [
    'gap',
    async (visitor) => {
      await radio(1)(visitor);
      await radio(5 + 3)(visitor);
    },
    { expected: 2, experienced: 4 },
  ],
  [
    'short',
    async (visitor) => {
      await visitor.click({ css: 'input[part=input]' });
      await visitor.type('Short');
      await visitor.button('Send');
    },
    'Short',
  ],
  [
    'email',
    async (visitor) => {
      await visitor.click({ css: 'input[part=input]' });
      await visitor.type('somebody@person.example');
      await visitor.click({ css: '[part=checkbox]' });
      await visitor.button('Send');
    },
    'somebody@person.example',
  ],
  [
    'consent',
    async (visitor) => {
      await visitor.click({ css: '[part=checkbox]' });
      await visitor.button('Send');
    },
    true,
  ],
];

/** A survey for each type, placed in the page. */
export const SURVEYS_BY_TYPE = WAYS.map(([type]) => ({
  ...EVERY_TYPE,
  id: `type-${type}`,
  questions: EVERY_TYPE.questions.filter((question) => question.type === type),
  triggers: { placed: true },
}));

/** Every type of question that is answered in a way of its own. */
export function questionTypes(stage: Stage): void {
  describe('a question of type', () => {
    it.each(WAYS)('%s stores what was answered', async (type, answer, value) => {
      const { shop, visitor } = stage;
      const address = shop.page({ body: `<touchstone-survey survey="type-${type}"></touchstone-survey>` });
      await visitor.go(address);
      await answer(visitor);
      const [stored] = await shop.stored(address, ([one]) => one?.complete === true);
      expect(stored?.answers).toEqual([{ question: type, value }]);
    });
  });
}
