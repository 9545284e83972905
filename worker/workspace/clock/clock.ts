import type { Job, JobsTable } from '../tables/jobs.ts';
import { dueJobs, type JobKind, retryAt } from './policy.ts';

/** What the clock needs of the world. */
export interface ClockDeps {
  jobs: JobsTable;
  /** Sets the object's one alarm. */
  wakeAt(time: number): void;
  /** Does one kind of job; throwing puts it off. */
  run: Record<JobKind, (key: string, now: number) => void>;
  report(error: unknown, job: Job): void;
}

/** The object's one alarm over its table of jobs. */
export class Clock {
  readonly #deps: ClockDeps;
  /** The alarm that is set, as far as this instance knows. */
  #alarm: number | null = null;

  constructor(deps: ClockDeps) {
    this.#deps = deps;
  }

  /** Plans a job; the alarm moves only when it has to ring earlier, since each setting is a written row. */
  plan(kind: JobKind, key: string, due: number): void {
    if (this.#deps.jobs.plan(kind, key, due)) this.#wakeBy(due);
  }

  /** Does what is due. Jobs are idempotent: an alarm rings at least once. */
  ring(now: number): void {
    this.#alarm = null;
    const { due } = dueJobs(this.#deps.jobs.all(), now);
    for (const job of due) {
      try {
        const run = this.#deps.run[job.kind as JobKind];
        // A kind that an older or newer release planned: nobody here can do it.
        if (!run) throw new Error(`unknown job ${job.kind}`);
        run(job.key, now);
        this.#deps.jobs.done(job);
      } catch (error) {
        this.#deps.report(error, job);
        this.#deps.jobs.retry(job, retryAt(now, job.tries));
      }
    }
    const { next } = dueJobs(this.#deps.jobs.all(), now);
    if (next !== null) this.#wakeBy(next);
  }

  #wakeBy(time: number): void {
    if (this.#alarm !== null && this.#alarm <= time) return;
    // An instance that has just woken up knows of no alarm, and must not put one off that is set for earlier.
    const earliest = this.#deps.jobs.all().reduce((soonest, job) => Math.min(soonest, job.due), time);
    this.#alarm = earliest;
    this.#deps.wakeAt(earliest);
  }
}
