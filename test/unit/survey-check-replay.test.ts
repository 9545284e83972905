import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AskingPolicy, type Moment, replay } from '../../worker/survey-check/replay.ts';

const DAY = 86_400_000;
const POLICY: AskingPolicy = { period: 0, cooldown: 0, cap: null, sample: 1, attributes: [], salt: 's' };

const moment = (day: number, person = 'visitor:1', more: Partial<Moment> = {}): Moment => ({
  at: day * DAY,
  person,
  attributes: null,
  inSegments: true,
  due: true,
  dismissed: false,
  never: false,
  ...more,
});

describe('a week replayed', () => {
  it('asks everybody at every moment when nothing speaks against it', () => {
    expect(replay([moment(1), moment(1), moment(2, 'visitor:2')], POLICY)).toEqual({
      moments: 3,
      asked: 3,
      resting: 0,
      outside: 0,
      unsampled: 0,
    });
  });

  it('lets a person rest for the period, to the moment', () => {
    const { asked, resting } = replay([moment(0), moment(2.9), moment(3), moment(2.9, 'x')], { ...POLICY, period: 3 });
    expect([asked, resting]).toEqual([3, 1]);
  });

  it('takes moments in the order of time, however they come', () => {
    const policy = { ...POLICY, period: 3 };
    expect(replay([moment(4), moment(0), moment(2)], policy)).toEqual(
      replay([moment(0), moment(2), moment(4)], policy),
    );
  });

  it('lets a person rest after any survey was dismissed', () => {
    const policy = { ...POLICY, cooldown: 2 };
    const elsewhere = moment(0, 'a', { due: false, dismissed: true });
    expect(replay([elsewhere, moment(1.9, 'a'), moment(2, 'a')], policy)).toMatchObject({
      moments: 2,
      asked: 1,
      resting: 1,
    });
  });

  it('never asks again whoever said never', () => {
    expect(replay([moment(0, 'a', { never: true }), moment(6, 'a')], POLICY)).toMatchObject({ asked: 1, resting: 1 });
  });

  it('caps what a person is shown, other surveys counted', () => {
    const policy = { ...POLICY, cap: { surveys: 2, days: 3 } };
    const others = [moment(0, 'a', { due: false }), moment(1, 'a', { due: false })];
    expect(replay([...others, moment(2, 'a'), moment(3, 'a'), moment(3.5, 'a')], policy)).toMatchObject({
      moments: 3,
      asked: 1,
      resting: 2,
    });
  });

  it('asks only whom it is for, and of strangers knows nothing', () => {
    const policy = { ...POLICY, attributes: [{ name: 'plan', is: ['pro', '7'] }] };
    const of = (plan: unknown) => moment(0, String(plan), { attributes: { plan } });
    expect(replay([of('pro'), of(7), of('free'), of(null), moment(0)], policy)).toMatchObject({ asked: 2, outside: 3 });
  });

  it('asks about the share that is sampled, the same people every time, others for another survey', () => {
    const crowd = Array.from({ length: 4_000 }, (_, n) => moment(n / 4_000, `visitor:${n}`));
    const policy = { ...POLICY, sample: 0.25 };
    const { asked, unsampled } = replay(crowd, policy);
    // Four standard deviations of a fair draw.
    expect(Math.abs(asked - 1_000)).toBeLessThan(4 * Math.sqrt(4_000 * 0.25 * 0.75));
    expect(asked + unsampled).toBe(4_000);
    expect(replay([...crowd, ...crowd], policy).asked).toBe(2 * asked);
    const lone = (salt: string) => crowd.map((one) => replay([one], { ...policy, salt }).asked).join('');
    expect(lone('s')).not.toBe(lone('t'));
  });

  it('counts each moment that was due once, and only those', () => {
    const moments = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 7 * DAY }),
        person: fc.constantFrom('a', 'b', 'c'),
        attributes: fc.constantFrom(null, { plan: 'pro' }),
        inSegments: fc.boolean(),
        due: fc.boolean(),
        dismissed: fc.boolean(),
        never: fc.boolean(),
      }),
    );
    const policy = fc.record({
      period: fc.integer({ min: 0, max: 9 }),
      cooldown: fc.integer({ min: 0, max: 9 }),
      cap: fc.option(fc.record({ surveys: fc.integer({ min: 1, max: 3 }), days: fc.integer({ min: 1, max: 9 }) })),
      sample: fc.constantFrom(0.5, 1),
      attributes: fc.constantFrom([], [{ name: 'plan', is: ['pro'] }]),
      salt: fc.constant('s'),
    });
    fc.assert(
      fc.property(moments, policy, (all, how) => {
        const counts = replay(all, how);
        expect(counts.moments).toBe(all.filter(({ due }) => due).length);
        expect(counts.asked + counts.resting + counts.outside + counts.unsampled).toBe(counts.moments);
      }),
    );
  });
});
