import { expect, it } from 'vitest';
import { goOnLinking, linkRun, startLink } from '../../worker/workspace/linkage/runLink.ts';
import { createPerson } from '../../worker/workspace/verbs/identity/createPerson.ts';
import { workspaceState } from '../support/workspaceState.ts';

const PEOPLE = 100_000;
const TWICE = 1_000;
const NOW = Date.UTC(2026, 10, 1);

it('a hundred thousand people are compared in minutes and small chunks, and those here twice are found', () => {
  const { state, sqlite } = workspaceState();
  let seed = 11;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 0x1_0000_0000) * below);
  };
  const syllables = ['ko', 'wal', 'mi', 'ras', 'den', 'tor', 'ber', 'sa', 'lin', 'gra', 'hov', 'zek', 'nia', 'dur'];
  const word = () => Array.from({ length: 2 + random(3) }, () => syllables[random(syllables.length)]).join('');
  const given = Array.from({ length: 300 }, word);
  const firms = Array.from({ length: PEOPLE / 20 }, () => `${word()} ${word()}`);
  const cities = Array.from({ length: 200 }, word);
  sqlite.exec('BEGIN');
  for (let i = 0; i < PEOPLE; i++) {
    const name = `${given[random(given.length)]} ${word()}${word()}`;
    const phone = `+48${500_000_000 + i * 37}`;
    const identifiers = [{ kind: 'phone', system: '', value: phone, norm: phone, trust: 2, source: 'test' } as const];
    const company = firms[random(firms.length)] ?? null;
    const person = { company, attributes: { city: cities[random(cities.length)] ?? '' }, source: 'test', identifiers };
    createPerson(state, { name, ...person }, NOW);
    if (i < TWICE) createPerson(state, { name: name.split(' ').reverse().join(', '), ...person }, NOW);
  }
  sqlite.exec('COMMIT; DELETE FROM job; DELETE FROM contact_dirty');

  startLink(state, NOW);
  const chunks: number[] = [];
  const begun = performance.now();
  for (let next: unknown = NOW; next !== undefined; ) {
    const before = performance.now();
    sqlite.exec('BEGIN');
    next = goOnLinking(state, 'run', NOW);
    sqlite.exec('COMMIT');
    chunks.push(performance.now() - before);
  }
  const seconds = (performance.now() - begun) / 1_000;
  chunks.sort((a, b) => a - b);
  const [median = 0, most = 0] = [chunks[Math.floor(chunks.length / 2)], chunks.at(-1)];
  const run = linkRun(state);
  console.log(
    `${run.pairs} pairs of ${PEOPLE + TWICE} people in ${seconds.toFixed(0)} s and ${chunks.length} chunks; ` +
      `half of them under ${median.toFixed(0)} ms, all under ${Math.ceil(most)} ms; ${run.found} found`,
  );
  expect(run.state).toBe('done');
  expect(run.found).toBeGreaterThanOrEqual(TWICE * 0.95);
  expect(run.found).toBeLessThanOrEqual(TWICE * 1.05);
  expect(run.pairs / PEOPLE).toBeLessThan(100);
  // Whoever comes in meanwhile waits for one chunk.
  expect(most).toBeLessThan(250);
  expect(seconds).toBeLessThan(240);
});
