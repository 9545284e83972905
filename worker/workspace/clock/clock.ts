import type { Job, JobsTable } from '../tables/jobs.ts';
import { BREATH, dueJobs, HEARD_FOR, type JobKind, LEASE, retryAt } from './policy.ts';

/** When a job that did a part of its work goes on; nothing when it is done. */
export type GoesOn = number | undefined;

/** Does a job, or as much of it as may be done at once; throwing puts it off. */
export type RunJob = (key: string, now: number) => GoesOn | Promise<GoesOn>;

/** What the clock needs of the world. */
export interface ClockDeps {
  jobs: JobsTable;
  /** Sets the object's one alarm. */
  wakeAt(time: number): void;
  run: Record<JobKind, RunJob>;
  /** Jobs that wait for somebody else's answer, by kind and key. Outlives the clock, since a failed write makes another. */
  running: Set<string>;
  report(error: unknown, job: Job): void;
}

/** The object's one alarm over its table of jobs. */
export class Clock {
  readonly #deps: ClockDeps;
  /** The alarm that is set, as far as this instance knows. */
  #alarm: number | null = null;
  #heardAt = Number.NEGATIVE_INFINITY;
  /** When jobs that go on at once last had their turn; a row for it would be written at every ring. */
  readonly #turns = new Map<string, number>();
  #turn = 0;

  constructor(deps: ClockDeps) {
    this.#deps = deps;
  }

  /** Plans a job; the alarm moves only when it has to ring earlier, since each setting is a written row. */
  plan(kind: JobKind, key: string, due: number): void {
    if (this.#deps.jobs.plan(kind, key, due)) this.#wakeBy(due);
  }

  /** A visitor sent something: work that can wait makes room for others. */
  heard(now: number): void {
    this.#heardAt = now;
  }

  /** Takes a job off the plan. */
  cancel(kind: JobKind, key: string): void {
    this.#deps.jobs.done({ kind, key });
  }

  /** Whether a job is on the plan. */
  isPlanned(kind: JobKind, key: string): boolean {
    return this.#deps.jobs.due({ kind, key }) !== undefined;
  }

  /**
   * Does what is due, of long work one part: the next ring is for whatever has waited longest by then. Jobs are idempotent: an alarm rings at least once, and one that has to wait for an answer is begun
   * again when its lease is over.
   *
   * @returns what goes on after this: jobs that wait for an answer
   */
  ring(now: number): Promise<void>[] {
    this.#alarm = null;
    const { jobs, report, run, running } = this.#deps;
    const waiting: Promise<void>[] = [];
    const turnOf = (job: Job) => this.#turns.get(nameOf(job)) ?? 0;
    for (const job of dueJobs(jobs.all(), now).due.sort((a, b) => turnOf(a) - turnOf(b))) {
      const name = nameOf(job);
      if (running.has(name)) continue;
      try {
        const work = run[job.kind as JobKind];
        // A kind that an older or newer release planned: nobody here can do it.
        if (!work) throw new Error(`unknown job ${job.kind}`);
        const outcome = work(job.key, now);
        if (outcome instanceof Promise) {
          running.add(name);
          jobs.move(job, now + LEASE);
          waiting.push(this.#settle(job, now, outcome));
        } else if (outcome !== undefined && outcome <= now) {
          // Due it is already.
          if (job.tries > 0) this.#goOn(job, outcome);
          this.#turns.set(name, ++this.#turn);
          break;
        } else {
          this.#turns.delete(name);
          this.#goOn(job, outcome);
        }
      } catch (error) {
        report(error, job);
        jobs.retry(job, retryAt(now, job.tries));
      }
    }
    this.#wakeForNext(now);
    return waiting;
  }

  /** Whether there is something to do by `now` that does not wait for an answer already. */
  isDue(now: number): boolean {
    return dueJobs(this.#deps.jobs.all(), now).due.some((job) => !this.#deps.running.has(nameOf(job)));
  }

  async #settle(job: Job, now: number, outcome: Promise<GoesOn>): Promise<void> {
    const { jobs, report, running } = this.#deps;
    const leased = { ...job, due: now + LEASE };
    try {
      this.#goOn(leased, await outcome);
    } catch (error) {
      report(error, job);
      jobs.retry(job, retryAt(now, job.tries));
    }
    // Before looking for what is next, which may be this very job; by an alarm of its own, since another clock may have
    // rung the one that this knows of meanwhile.
    running.delete(nameOf(job));
    this.#alarm = null;
    this.#wakeForNext(now);
  }

  #goOn(job: Job, outcome: GoesOn): void {
    const { jobs } = this.#deps;
    // Planned anew while it ran: that plan stands.
    if (jobs.due(job) !== job.due) return;
    if (outcome === undefined) jobs.done(job);
    else jobs.move(job, outcome);
  }

  /** One that waits for an answer is looked after when its lease is over: whoever began it may be gone by then. */
  #wakeForNext(now: number): void {
    const { jobs, running } = this.#deps;
    const times = jobs.all().map((job) => Math.max(job.due, running.has(nameOf(job)) ? now + LEASE : now));
    const breath = now < this.#heardAt + HEARD_FOR ? BREATH.heard : BREATH.alone;
    if (times.length > 0) this.#wakeBy(Math.min(...times), now + breath);
  }

  #wakeBy(time: number, notBefore = 0): void {
    if (this.#alarm !== null && this.#alarm <= time) return;
    // An instance that has just woken up knows of no alarm, and must not put one off that is set for earlier.
    const idle = this.#deps.jobs.all().filter((job) => !this.#deps.running.has(nameOf(job)));
    const earliest = idle.reduce((soonest, { due }) => Math.min(soonest, due), time);
    this.#alarm = Math.max(earliest, notBefore);
    this.#deps.wakeAt(this.#alarm);
  }
}

function nameOf({ kind, key }: Pick<Job, 'kind' | 'key'>): string {
  return `${kind} ${key}`;
}
