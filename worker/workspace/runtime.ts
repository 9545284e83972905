import type { LiveMessage } from '../../contract/live.ts';
import type { Env } from '../env.ts';
import { OpenConnections } from './connections/openConnections.ts';
import { sendBack } from './connections/sendBack.ts';
import { syncConnection } from './connections/syncConnection.ts';
import type { ConnectionWorld } from './connections/world.ts';
import { deriveSome } from './derived/derived.ts';
import { countSegments } from './derived/people.ts';
import { goOnLinking } from './linkage/runLink.ts';
import { WorkspaceState } from './state.ts';
import { Database } from './tables/database.ts';
import { migrate } from './tables/migrate.ts';
import { resolvePending, resolveWaiting } from './verbs/identity/resolveClaims.ts';
import { stitchVisitor } from './verbs/identity/stitchVisitor.ts';
import { goOnWithImport } from './verbs/intake/runImport.ts';
import { runRetention } from './verbs/privacy/retention.ts';
import { beginDay } from './verbs/segments/countSegmentsDaily.ts';

/** Of a live channel of somebody who reads identifiers masked. */
export const MASKED_TAG = 'masked';
/** What they hear of an erasure: that people changed, not who is gone, nor why. */
const PEOPLE_CHANGED = JSON.stringify({ type: 'people.changed' } satisfies LiveMessage);

/** What carries a workspace's verbs out: its storage, its transactions, its one alarm and whoever listens. */
export class WorkspaceRuntime {
  readonly #ctx: DurableObjectState;
  /** For jobs that reach out. */
  readonly env: Env;
  readonly #db: Database;
  #state: WorkspaceState;
  #alarmsSet = 0;
  readonly #outgoing: LiveMessage[] = [];

  readonly #running = new Set<string>();
  readonly connections: OpenConnections;

  constructor(ctx: DurableObjectState, env: Env) {
    const { storage } = ctx;
    this.#ctx = ctx;
    this.env = env;
    this.connections = new OpenConnections(env, ctx.id.toString());
    this.#db = new Database(storage.sql);
    migrate(this.#db, Date.now(), (work) => storage.transactionSync(work));
    this.#state = this.#open();
    // Claims a crash left between their reply and their resolution.
    if (this.#state.matches.pending(1).length > 0) this.resolveLater(Date.now());
  }

  /** The state as it is now: after a verb that failed it is another object. */
  get state(): WorkspaceState {
    return this.#state;
  }

  /** The state as the rows have it. */
  #open(): WorkspaceState {
    const ctx = this.#ctx;
    return new WorkspaceState({
      db: this.#db,
      wakeAt: (time) => {
        this.#alarmsSet++;
        void ctx.storage.setAlarm(time);
      },
      listening: () => ctx.getWebSockets().length > 0,
      broadcast: (message) => {
        const isSaid = message.type === 'people.changed' && this.#outgoing.some(({ type }) => type === message.type);
        if (!isSaid) this.#outgoing.push(message);
      },
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      running: this.#running,
      report: (error, job) => console.error(`job ${job.kind} failed`, error),
      jobs: () => ({
        seal: () => this.#done(() => this.#state.seal()),
        stitch: (visitor, now) => this.#done(() => stitchVisitor(this.#state, visitor, now)),
        claim: (claim, now) => this.#done(() => resolveWaiting(this.#state, claim, now)),
        import: (key, now) => this.write(() => goOnWithImport(this.#state, key, now)),
        link: (key, now) => this.write(() => goOnLinking(this.#state, key, now)),
        retain: (_, now) => this.write(() => runRetention(this.#state, now)),
        derive: (_, now) => this.write(() => deriveSome(this.#state, now)),
        segments: (_, now) => this.write(() => (countSegments(this.#state, now) ? now : undefined)),
        'segment-day': (_, now) => this.write(() => beginDay(this.#state, now)),
        sync: (id, now) => syncConnection(this.#world, id, now),
        'way-back': (id, now) => sendBack(this.#world, id, now),
      }),
    });
  }

  /** For jobs that wait for other systems. */
  get #world(): ConnectionWorld {
    const runtime = this;
    return {
      get state() {
        return runtime.state;
      },
      write: (work) => runtime.write(work),
      open: (connection) => runtime.connections.open(connection),
    };
  }

  /**
   * Carries out a verb whole or not at all. What is kept in memory (facts not sealed, seqs, words, quotas) may be ahead
   * of the rows when one fails, so it is built anew from them. Admins are told only of what was kept.
   */
  write<T>(work: () => T): T {
    try {
      const result = this.#ctx.storage.transactionSync(work);
      for (const message of this.#outgoing.splice(0)) this.#broadcast(message);
      return result;
    } catch (error) {
      this.#outgoing.length = 0;
      this.#state = this.#open();
      throw error;
    }
  }

  /** Carries out a job that is whole in one go. */
  #done(work: () => void): undefined {
    this.write(work);
  }

  /** Resolves claims once the reply has left: nothing the visitor can see depends on whether the person exists. */
  resolveLater(now: number): void {
    setTimeout(() => {
      try {
        this.write(() => resolvePending(this.#state, now));
      } catch (error) {
        // They stay pending, and are tried again with the next claim or the next waking.
        console.error('claims could not be resolved', error);
      }
    }, 0);
  }

  /** Rows read and written since the object woke up, alarms set included: the bill. */
  meter(): { read: number; written: number } {
    return { read: this.#db.rows.read, written: this.#db.rows.written + this.#alarmsSet };
  }

  #broadcast(message: LiveMessage): void {
    const text = JSON.stringify(message);
    const toMasked = message.type === 'contact.erased' ? PEOPLE_CHANGED : text;
    for (const socket of this.#ctx.getWebSockets()) {
      socket.send(this.#ctx.getTags(socket).includes(MASKED_TAG) ? toMasked : text);
    }
  }
}
