import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { VERBS, verbName } from '../../admin/format/verb.ts';
import { loadArea, loadCatalogue } from '../../admin/messages/translate.ts';
import { locale } from '../../admin/models/regional.ts';

const WORKER = join(import.meta.dirname, '../../worker');
/** What is pushed to open screens instead of being kept, see contract/live.ts. */
const PUSHED = new Set(['response.created', 'response.updated', 'people.changed']);

afterEach(async () => {
  locale.value = 'en';
  await loadCatalogue('en');
});

/** Every code like `contact.merged` whose first word an entry of the trail begins with. */
function recorded(): string[] {
  const text = readdirSync(WORKER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(WORKER, name), 'utf8'))
    .join('\n');
  const about = new Set([...text.matchAll(/verb: '([a-z]+)\./g)].map(([, word]) => word));
  // Some are handed on by an argument, so that it is not enough to look behind "verb:".
  about.add('suggestion');
  const codes = [...text.matchAll(/'(([a-z]+)\.[a-z]+(?:-[a-z]+)*)'/g)].filter(([, , word]) => about.has(word));
  return [...new Set(codes.map(([, code]) => code ?? ''))].filter((code) => !PUSHED.has(code)).sort();
}

test('every verb that the worker records has words, and none is named that it does not record', () => {
  expect(recorded()).toEqual([...VERBS].sort());
});

test.each(['en', 'fa', 'pl'] as const)(
  'in %s each verb reads as words, and an unknown one as its code',
  async (language) => {
    locale.value = language;
    await loadCatalogue(language);
    await loadArea('privacy');
    const words = VERBS.map((verb) => verbName(verb));
    for (const [at, word] of words.entries()) expect(word, VERBS[at]).not.toMatch(/^$|verb\.|^[a-z]+\.[a-z-]+$/);
    // Two that read the same could not be told apart in the filter.
    expect(new Set(words).size).toBe(VERBS.length);
    expect(verbName('moon.landed')).toBe('moon.landed');
    const consents = ['given', 'withdrawn'].map((state) =>
      verbName('contact.consent', JSON.stringify({ purpose: 'email', state })),
    );
    expect(new Set([...words, ...consents]).size).toBe(VERBS.length + 2);
    expect(consents.join()).not.toContain('verb.');
    expect(verbName('contact.consent', null)).toBe(verbName('contact.consent'));
  },
);
