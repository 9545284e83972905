import vm from 'node:vm';
import { expect, test } from 'vitest';
import { callsOf, PAGE_CODE, tokenCode } from '../../admin/views/sites/siteCode.ts';
import type { Survey } from '../../contract/survey.ts';

const survey: Survey = {
  id: 'after-parcel',
  name: 'After the parcel',
  status: 'live',
  version: 1,
  publishedAt: null,
  edited: false,
  touchpoint: 'delivery',
  questions: [],
  triggers: { placed: true },
  period: 30,
  locales: ['en'],
};

test('what a page is given runs as it stands, keeps calls for later and only says who is here', () => {
  const window: { touchstone?: { q: ArrayLike<unknown>[] } } = {};
  // A browser's global object is its window; here the name stands for it.
  const page = vm.createContext(
    new Proxy(window, { get: (own, name) => (name === 'window' ? own : Reflect.get(own, name)) }),
  );
  vm.runInContext(PAGE_CODE.replace(/<\/?script>/g, ''), page);
  expect(window.touchstone?.q.map((call) => call[0])).toEqual(['identify']);
});

test('the calls name a live survey, its touchpoint and its event', () => {
  const calls = callsOf([{ ...survey, id: 'later', triggers: { event: 'parcel_opened' } }, survey]);
  expect(calls.track).toBe("touchstone('track', 'parcel_opened')");
  expect(calls.placed).toBe('<touchstone-survey survey="after-parcel" touchpoint="delivery"></touchstone-survey>');
  expect(calls.show).toBe("touchstone('show', 'after-parcel', { touchpoint: 'delivery' })");
  expect(callsOf([{ ...survey, touchpoint: null }]).show).toBe("touchstone('show', 'after-parcel')");
});

test('the token of the example is for this site and by its key in force', () => {
  const code = tokenCode({ key: 'site_a', kid: 'k7' });
  expect(code).toContain("kid: 'k7'");
  expect(code).toContain("setAudience('site_a')");
});
