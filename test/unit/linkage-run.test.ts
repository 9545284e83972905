import { afterEach, expect, it } from 'vitest';
import { oddsNumber, oddsWord } from '../../admin/format/odds.ts';
import { loadArea, loadCatalogue } from '../../admin/messages/translate.ts';
import { locale } from '../../admin/models/regional.ts';
import { TRUSTS } from '../../contract/metric.ts';
import { goOnLinking, startLink } from '../../worker/workspace/linkage/runLink.ts';
import type { WorkspaceState } from '../../worker/workspace/state.ts';
import { takeIn } from '../../worker/workspace/verbs/intake/takeIn.ts';
import { TESTER, workspaceState } from '../support/workspaceState.ts';

const NOW = Date.UTC(2026, 10, 23);

afterEach(async () => {
  locale.value = 'en';
  await loadCatalogue('en');
});

function bring(state: WorkspaceState, id: string, name: string, email: string, company = ''): void {
  takeIn(
    state,
    {
      externalIds: [{ system: 'crm', value: id }],
      email,
      phones: [],
      name,
      company,
      attributes: {},
      createdAt: null,
      updatedAt: NOW,
    },
    { source: 'import:crm', trust: TRUSTS.indexOf('verified'), conflict: 'newest', actor: TESTER },
    NOW,
  );
}

function compareAll(state: WorkspaceState): void {
  startLink(state, NOW);
  while (goOnLinking(state, 'run', NOW) !== undefined);
}

it('comparing everybody scores pairs that only share an address, too, and puts likelier ones before them', () => {
  const { state } = workspaceState();
  for (let i = 0; i < 200; i++)
    bring(state, `f${i}`, `Given${i} Family${i * 7}`, `f${i}@firm${i}.example`, `Firm ${i}`);
  for (let i = 0; i < 100; i++) bring(state, `s${i}`, `Other${i} Somebody${i}`, `f${i}@firm${i}.example`);
  bring(state, 'twice', 'Given17 Family119', 'family119@firm17.example', 'Firm 17');
  const unscored = () => state.suggestions.list('open', 0, 200).filter(({ weight }) => weight === null).length;
  expect(unscored()).toBe(100);
  compareAll(state);
  expect(unscored()).toBe(0);
  const open = state.suggestions.list('open', 0, 200);
  expect(open).toHaveLength(101);
  expect(open[0]?.evidence.map(({ kind }) => kind)).toEqual(['score']);
  expect(open[1]?.evidence.map(({ kind }) => kind).toSorted()).toEqual(['score', 'shared']);
  // Compared again, each has the one score it has now.
  compareAll(state);
  expect(state.suggestions.list('open', 0, 200).map(({ evidence }) => evidence.length)).toEqual(
    open.map(({ evidence }) => evidence.length),
  );
});

it('odds against are told as such, in every language', async () => {
  for (const [language, told] of [
    ['en', '1 to 32'],
    ['fa', '۱ به ۳۲'],
    ['pl', '1 do 32'],
  ] as const) {
    locale.value = language;
    await loadCatalogue(language);
    await loadArea('identity');
    expect(oddsNumber(-5)).toBe(told);
    expect(oddsWord(-5)).not.toBe(oddsWord(5));
  }
  expect(oddsNumber(0)).toBe('1 do 1');
});
