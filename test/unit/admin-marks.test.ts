import { type ComponentChildren, h, isValidElement } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { Answer } from '../../admin/components/Answer.tsx';
import { ChangeWord } from '../../admin/components/ChangeWord.tsx';
import { Distribution, layOutDistributions } from '../../admin/components/Distribution.tsx';
import { Evidence } from '../../admin/components/Evidence.tsx';
import { MomentMark } from '../../admin/components/MomentMark.tsx';
import { Phrase } from '../../admin/components/Phrase.tsx';
import { TrustMark } from '../../admin/components/TrustMark.tsx';
import { pipOf } from '../../admin/figures/pip-of.ts';
import { loadCatalogue } from '../../admin/messages/translate.ts';
import { locale } from '../../admin/models/regional.ts';
import { SCALES } from '../../contract/metric.ts';
import type { Share } from '../../contract/report.ts';

interface Seen {
  /** What a screen reader hears, in order. */
  heard: string;
  /** Every attribute there is, anywhere. */
  attributes: Set<string>;
}

/** Walks what a component without hooks draws. */
function look(node: ComponentChildren, seen: Seen = { heard: '', attributes: new Set() }): Seen {
  if (typeof node === 'string' || typeof node === 'number') seen.heard += node;
  else if (Array.isArray(node)) for (const child of node) look(child, seen);
  else if (isValidElement(node)) {
    const { type, props } = node;
    if (typeof type === 'function') return look(Reflect.apply(type, undefined, [props]), seen);
    const attributes = Object.entries(props).filter(([, value]) => value !== undefined);
    for (const [name] of attributes) seen.attributes.add(name);
    const label = attributes.find(([name]) => name === 'aria-label')?.[1];
    const hidden = attributes.some(([name, value]) => name === 'aria-hidden' && value === 'true');
    if (typeof label === 'string') seen.heard += label;
    else if (!hidden) look(props.children, seen);
  }
  return seen;
}

const enough: Share = { n: 641, count: 314, value: 0.4899, low: 0.4514, high: 0.5285, sufficient: true };
const few: Share = { n: 12, count: 6, value: 0.5, low: 0.254, high: 0.746, sufficient: false };

afterEach(async () => {
  locale.value = 'en';
  await loadCatalogue('en');
});

test('an answer is heard as its score of five, once', () => {
  expect(look(h(Answer, { metric: 'csat', score: 2 })).heard).toBe('2 of 5');
  expect(look(h(Answer, { metric: 'csat', score: null })).heard).toBe('no score');
});

test('an answer on any other scale is heard as what it means there', () => {
  const heard = (props: Parameters<typeof Answer>[0]) => look(h(Answer, props)).heard;
  expect(heard({ metric: 'nps', score: 9 })).toBe('9 of 0 to 10');
  expect(heard({ metric: 'ces', score: 6 })).toBe('6 of 7');
  expect(heard({ metric: 'thumbs', score: 0 })).toBe('thumbs down');
  expect(heard({ metric: 'emotion', score: -2, emotion: 'let-down' })).toBe('let down');
  expect(heard({ metric: 'emotion', score: null, emotion: 'other' })).toBe('something else');
  expect(heard({ metric: 'gap', score: -2 })).toBe('2 worse than expected');
  expect(heard({ metric: 'gap', score: 0 })).toBe('as expected');
});

test('the ends and the middle of every scale fall on the ends and the middle of five pips', () => {
  for (const { metric, low, high } of Object.values(SCALES)) {
    expect([metric, pipOf(metric, low), pipOf(metric, high)]).toEqual([metric, 1, 5]);
    if ((low + high) % 2 === 0) expect([metric, pipOf(metric, (low + high) / 2)]).toEqual([metric, 3]);
  }
});

test('evidence is heard with its range, in the digits of the language', async () => {
  expect(look(h(Evidence, { share: enough })).heard).toBe('49%, 95% range 45–53%');
  locale.value = 'fa';
  await loadCatalogue('fa');
  expect(look(h(Evidence, { share: enough })).heard).toBe('۴۹٪، بازهٔ ۹۵٪ از ۴۵ تا ۵۳٪');
});

test('too few answers say how many are there and needed, and no figure', () => {
  const seen = look(h(Evidence, { share: few }));
  expect(seen.heard).toBe('too few answers to say: 12 of about 35');
  expect(seen.heard).not.toContain('%');
  expect(seen.attributes).toContain('data-too-few');
});

test('a thin range is drawn hollow, a narrow one is not', () => {
  expect(look(h(Evidence, { share: { ...enough, low: 0.38, high: 0.6 } })).attributes).toContain('data-thin');
  expect(look(h(Evidence, { share: enough })).attributes).not.toContain('data-thin');
});

test('a distribution is heard as five shares', () => {
  const counts = [10, 20, 30, 25, 15];
  const [layout] = layOutDistributions([counts]);
  expect(layout && look(h(Distribution, { counts, layout })).heard).toBe('1: 10%, 2: 20%, 3: 30%, 4: 25%, 5: 15%');
});

test('trust is heard whether or not its word is seen', () => {
  expect(look(h(TrustMark, { trust: 'verified' })).heard).toBe('verified');
  expect(look(h(TrustMark, { trust: 'anonymous', word: true })).heard).toBe('anonymous');
});

test('a moment of truth is heard, and its absence is silent', () => {
  expect(look(h(MomentMark, { moment: 'second' })).heard).toBe('moment of truth, second');
  expect(look(h(MomentMark, { moment: null })).heard).toBe('');
});

test('a change is a word, never a colour alone', () => {
  const change = { difference: -0.06, low: -0.09, high: -0.03 };
  const before = enough;
  expect(look(h(ChangeWord, { change: { ...change, verdict: 'clearly-worse' }, before })).heard).toBe('clearly worse');
});

test('where there is nothing to compare with, nothing is said of the change, and no doubt is cast on the figure', () => {
  const change = { difference: -0.3, low: -0.6, high: -0.01, verdict: 'likely-worse' } as const;
  const before = few;
  expect(look(h(ChangeWord, { change, before })).heard).toBe('nothing to compare with yet');
  expect(look(h(ChangeWord, { change, before, wordy: true })).heard).toBe('nothing to compare with yet');
});

test('a phrase keeps its words around what is filled in', () => {
  const phrase = h(Phrase<'why.token'>, { text: 'why.token', with: { kid: h('code', null, 'k2'), until: '14:41' } });
  expect(look(phrase).heard).toBe('The page sent a signed token, key k2, valid until 14:41.');
});
