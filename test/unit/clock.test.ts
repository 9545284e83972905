import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Clock, type RunJob } from '../../worker/workspace/clock/clock.ts';
import { BREATH, HEARD_FOR, JOB_KINDS, type JobKind, LEASE } from '../../worker/workspace/clock/policy.ts';
import { Database } from '../../worker/workspace/tables/database.ts';
import { JobsTable } from '../../worker/workspace/tables/jobs.ts';
import { migrate } from '../../worker/workspace/tables/migrate.ts';
import { sqlStorageOf, transactionOf } from '../support/sqlStorage.ts';

const MINUTE = 60_000;

let sqlite: DatabaseSync;
let jobs: JobsTable;
let alarms: number[];
let reported: string[];
let running: Set<string>;

beforeEach(() => {
  sqlite = new DatabaseSync(':memory:');
  const db = new Database(sqlStorageOf(sqlite));
  migrate(db, 0, transactionOf(sqlite));
  jobs = new JobsTable(db);
  alarms = [];
  reported = [];
  running = new Set();
});
afterEach(() => sqlite.close());

function clockThat(run: Partial<Record<JobKind, RunJob>>): Clock {
  const nothing: RunJob = () => undefined;
  return new Clock({
    jobs,
    running,
    wakeAt: (time) => alarms.push(time),
    run: { ...(Object.fromEntries(JOB_KINDS.map((kind) => [kind, nothing])) as Record<JobKind, RunJob>), ...run },
    report: (error, job) => reported.push(`${job.kind}: ${(error as Error).message}`),
  });
}

/** Work that ends when the test says so. */
function pending<T>() {
  let end = (_: T) => {};
  let fail = (_: Error) => {};
  const promise = new Promise<T>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { promise, end, fail };
}

describe('a job that does a part of its work', () => {
  it('goes on when it says, and is over when it says nothing', () => {
    let left = 3;
    const clock = clockThat({ derive: (_, now) => (--left > 0 ? now : undefined) });
    clock.plan('derive', '', 10);
    for (let rings = 0; clock.isDue(10); rings += 1) {
      expect(rings).toBeLessThan(3);
      clock.ring(10);
    }
    expect(left).toBe(0);
    expect(jobs.all()).toEqual([]);
  });

  it('has the alarm set for the rest after a breath, in which others are heard', () => {
    const clock = clockThat({ derive: () => 5 });
    clock.plan('derive', '', 5);
    clock.ring(1_000);
    expect(alarms.at(-1)).toBe(1_000 + BREATH.alone);
    expect(clock.isDue(1_000)).toBe(true);
  });

  it('leaves visitors more time while there are any', () => {
    const clock = clockThat({ derive: () => 5 });
    clock.plan('derive', '', 5);
    clock.heard(1_000);
    clock.ring(1_000 + HEARD_FOR - 1);
    expect(alarms.at(-1)).toBe(1_000 + HEARD_FOR - 1 + BREATH.heard);
    clock.ring(1_000 + HEARD_FOR);
    expect(alarms.at(-1)).toBe(1_000 + HEARD_FOR + BREATH.alone);
  });

  it('takes turns with others that do, one part a ring', () => {
    const turns: string[] = [];
    const part =
      (name: string): RunJob =>
      (_, now) => {
        turns.push(name);
        return turns.length < 4 ? now : undefined;
      };
    const clock = clockThat({ derive: part('derive'), import: part('import') });
    clock.plan('import', '1', 1);
    clock.plan('derive', '', 2);
    for (let now = 3; now < 6; now += 1) clock.ring(now);
    expect(turns).toEqual(['import', 'derive', 'import']);
  });
});

describe('a job that waits for an answer', () => {
  it('holds up no other, and is not begun twice', async () => {
    const answer = pending<undefined>();
    let begun = 0;
    let sealed = 0;
    const clock = clockThat({
      stitch: () => {
        begun += 1;
        return answer.promise;
      },
      seal: () => {
        sealed += 1;
        return undefined;
      },
    });
    clock.plan('stitch', 'a', 0);
    clock.plan('seal', '', 1);
    const waiting = clock.ring(1);
    expect(sealed).toBe(1);
    expect(clock.isDue(1)).toBe(false);
    clock.plan('stitch', 'a', 2);
    clock.ring(2);
    expect(begun).toBe(1);
    // Nor does the alarm ring on and on for it.
    expect(alarms.at(-1)).toBe(2 + LEASE);
    answer.end(undefined);
    await Promise.all(waiting);
    // Planned anew while it ran: that plan stands.
    expect(jobs.all()).toMatchObject([{ kind: 'stitch', key: 'a', due: 2 }]);
    expect(clock.isDue(2)).toBe(true);
  });

  it('goes on when its answer says so, and not when its lease is over', async () => {
    const clock = clockThat({ stitch: async () => MINUTE });
    clock.plan('stitch', 'a', 0);
    await Promise.all(clock.ring(0));
    expect(jobs.all()).toMatchObject([{ due: MINUTE, tries: 0 }]);
    expect(alarms.at(-1)).toBe(MINUTE);
  });

  it('sets the alarm anew, since another clock may have rung the one before', async () => {
    const answer = pending<number>();
    const first = clockThat({ stitch: () => answer.promise });
    first.plan('stitch', 'a', 0);
    const waiting = first.ring(0);
    // A write that fails makes another clock, which rings meanwhile.
    clockThat({}).ring(MINUTE);
    alarms.length = 0;
    answer.end(LEASE);
    await Promise.all(waiting);
    expect(alarms).toEqual([LEASE]);
  });

  it('is put off when it fails, each time longer', async () => {
    const clock = clockThat({ stitch: () => Promise.reject(new Error('no answer')) });
    clock.plan('stitch', 'a', 0);
    await Promise.all(clock.ring(0));
    const [first] = jobs.all();
    await Promise.all(clock.ring(first?.due ?? 0));
    const [second] = jobs.all();
    expect(reported).toEqual(['stitch: no answer', 'stitch: no answer']);
    expect((second?.due ?? 0) - (first?.due ?? 0)).toBeGreaterThan(first?.due ?? 0);
  });

  it('is begun again by another instance once its lease is over', () => {
    let begun = 0;
    const never: RunJob = () => {
      begun += 1;
      return new Promise(() => {});
    };
    const died = clockThat({ stitch: never });
    died.plan('stitch', 'a', 0);
    died.ring(0);
    expect(alarms.at(-1)).toBe(LEASE);
    running = new Set();
    const next = clockThat({ stitch: never });
    next.ring(LEASE - 1);
    expect(begun).toBe(1);
    next.ring(LEASE);
    expect(begun).toBe(2);
  });
});
