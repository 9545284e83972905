import fc from 'fast-check';
import type { Answer } from '../../contract/collect.ts';
import { EMOTIONS } from '../../contract/metric.ts';
import type { SurveyDefinition } from '../../contract/survey.ts';

const text = { en: '?' };
const options = ['price', 'speed', 'taste'].map((id) => ({ id, text: { en: id } }));

/** Asks one question of every type there is. Its headline may fall below zero. */
export const EVERY_TYPE: { id: string } & SurveyDefinition = {
  id: 'every-type',
  name: 'Every type',
  touchpoint: 'delivery',
  questions: [
    { id: 'hello', type: 'message', text, required: true },
    { id: 'gap', type: 'gap', text, required: true },
    { id: 'emotion', type: 'emotion', text, other: true },
    { id: 'thumbs', type: 'thumbs', text },
    { id: 'csat', type: 'csat', text },
    { id: 'nps', type: 'nps', text },
    { id: 'ces', type: 'ces', text },
    { id: 'single', type: 'single', text, options, other: true },
    { id: 'multiple', type: 'multiple', text, options, max: 2 },
    { id: 'short', type: 'short', text },
    { id: 'text', type: 'text', text },
    { id: 'email', type: 'email', text, consent: text },
    { id: 'phone', type: 'phone', text, consent: text },
    { id: 'consent', type: 'consent', text },
  ],
  triggers: {},
  period: 30,
  locales: ['en'],
};

const whole = (min: number, max: number) => fc.integer({ min, max });
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((value) => !/\p{Cc}/u.test(value));
const own = words.map((value) => `other:${value}`);

const VALUES: Record<string, fc.Arbitrary<Answer['value']>> = {
  gap: fc.record({ expected: whole(1, 5), experienced: whole(1, 5) }, { noNullPrototype: true }),
  emotion: fc.oneof(fc.constantFrom(...Object.keys(EMOTIONS)), own),
  thumbs: whole(0, 1),
  csat: whole(1, 5),
  nps: whole(0, 10),
  ces: whole(1, 7),
  single: fc.oneof(fc.constantFrom('price', 'speed', 'taste', 'other'), own),
  multiple: fc.uniqueArray(fc.constantFrom('price', 'speed', 'taste'), { maxLength: 2 }),
  short: words,
  text: words,
  email: fc.constantFrom('person-1@ikon.example', 'person-2@ikon.example', 'nobody', ' '),
  phone: fc.constantFrom('09121234567', '+48 600 100 200', 'none'),
  consent: fc.boolean(),
};

/** Good answers to some of its questions. */
export const everyAnswer: fc.Arbitrary<Answer[]> = fc
  .record(VALUES, { requiredKeys: [], noNullPrototype: true })
  .map((values) => Object.entries(values).map(([question, value]) => ({ question, value: value as Answer['value'] })));
