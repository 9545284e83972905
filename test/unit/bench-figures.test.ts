import { expect, test } from 'vitest';
import { judge } from '../../bench/widget/figures/judge.ts';
import { quartiles } from '../../bench/widget/figures/quartiles.ts';
import { scriptTime } from '../../bench/widget/figures/scriptTime.ts';
import type { TraceEvent } from '../../bench/widget/figures/traceEvent.ts';

const thread = { pid: 1, tid: 1 };
/** A stretch of the page's thread, in milliseconds. */
const span = (name: string, from: number, length: number, functionName?: string): TraceEvent => ({
  ...thread,
  name,
  ph: 'X',
  ts: from * 1_000,
  tts: from * 1_000,
  tdur: length * 1_000,
  ...(functionName ? { args: { data: { functionName } } } : {}),
});
const moment = (name: string, at: number, navigationId: string): TraceEvent => ({
  ...thread,
  name,
  ph: 'I',
  ts: at * 1_000,
  tts: at * 1_000,
  args: { data: { navigationId } },
});
const visit = (...spans: TraceEvent[]) =>
  scriptTime([moment('navigationStart', 0, 'here'), moment('seen', 100, 'here'), ...spans], 'seen', 'harness');

test('script time leaves out the style and layout that a script sets off', () => {
  expect(visit(span('EvaluateScript', 10, 20), span('v8.run', 11, 18), span('Layout', 15, 5))).toBe(15);
});

test('script time counts promises, and the functions in them once', () => {
  expect(visit(span('RunMicrotasks', 10, 20), span('FunctionCall', 12, 10))).toBe(20);
});

test('script time ends in the midst of what was running when the control was seen', () => {
  expect(visit(span('FireAnimationFrame', 90, 30))).toBe(10);
});

test('script time counts neither the harness, nor another thread, nor an earlier page', () => {
  const elsewhere = { ...span('FunctionCall', 20, 10), tid: 2 };
  const earlier = { ...span('FunctionCall', 20, 10), ts: -5_000 };
  const harness = [span('FireAnimationFrame', 40, 12), span('FunctionCall', 41, 10, 'harness'), span('v8.run', 42, 5)];
  expect(visit(elsewhere, earlier, ...harness)).toBe(2);
});

test('quartiles lie between the nearest values', () => {
  // R: quantile(c(1, 2, 4, 8), type = 7)
  expect(quartiles([8, 1, 4, 2])).toEqual({ low: 1.75, median: 3, high: 5 });
  expect(quartiles([7])).toEqual({ low: 7, median: 7, high: 7 });
});

const samples = (script: number, blocking: number[], visible: number) =>
  blocking.map((value) => ({ fetched: 1, told: 0, bytes: 1, script, blocking: value, visible }));

test('a budget is missed as soon as its ratio is passed, and blocking only beyond the noise of the floor', () => {
  const floor = samples(5, [20, 30, 40], 100);
  const posthog = samples(100, [0], 400);
  const held = judge(samples(10, [40], 125), floor, posthog);
  expect(held.map(({ holds }) => holds)).toEqual([true, true, true]);
  const missed = judge(samples(10.1, [40.1], 125.1), floor, posthog);
  expect(missed.map(({ holds }) => holds)).toEqual([false, false, false]);
});
