import { RETAINED_KINDS } from '../../../../contract/retained.ts';
import type { Retention, RetentionDays, RetentionLoss, RetentionPreview } from '../../../../contract/retention.ts';
import type { Actor } from '../../auditTrail.ts';
import type { GoesOn } from '../../clock/clock.ts';
import { markOf, RETAINED } from '../../retention/kinds.ts';
import type { WorkspaceState } from '../../state.ts';
import type { RetentionState } from '../../tables/retention.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** When the clock removes, by the hour in UTC: few answer then, wherever most of them are. */
const AT_HOUR = 2;
const SHOWN = 3;
const EVERY = 1_000_000_000;
/** So many rows a write: others come in between. */
const AT_ONCE = 200;
const SYSTEM: Actor = { id: 'system', name: 'retention' };

export function readRetention(state: WorkspaceState): Retention {
  return present(state.retention.read());
}

/** Sets how long each kind of data is kept; the clock begins with it at its next run. */
export function writeRetention(
  state: WorkspaceState,
  { days, actor, now }: { days: RetentionDays; actor: Actor; now: number },
): Retention {
  const before = state.retention.read();
  const keepsAll = RETAINED_KINDS.every((kind) => days[kind] === null);
  const nextRun = keepsAll ? null : (before.nextRun ?? nextRunAfter(now));
  const after = { ...before, days, nextRun };
  state.retention.write(after);
  if (nextRun === null) state.clock.cancel('retain', '');
  else state.clock.plan('retain', '', nextRun);
  const payload = { before: before.days, after: days };
  state.audit.record({ at: now, actor, verb: 'retention.changed', subject: 'workspace', payload });
  return present(after);
}

/** What some days would take out if the clock rang now, and what by its next run. Changes nothing. */
export function previewRetention(
  state: WorkspaceState,
  { days, now }: { days: RetentionDays; now: number },
): RetentionPreview {
  const next = state.retention.read().nextRun ?? nextRunAfter(now);
  const totals = state.retention.totals();
  const at = (time: number) => lossesAt(state, days, time).map((loss) => ({ ...loss, total: totals[loss.kind] }));
  return { now: at(now), nextRun: at(next) };
}

/**
 * Takes out what is older than it may be, some of it at a time. What a run began with, it ends with: nothing gets older
 * on the way.
 *
 * @returns when to go on, or when to begin again
 */
export function runRetention(state: WorkspaceState, now: number): GoesOn {
  const known = state.retention.read();
  const running = known.running ?? { at: now, counts: {} };
  for (const kind of RETAINED_KINDS) {
    const days = known.days[kind];
    if (days === null) continue;
    const before = running.at - days * DAY;
    const rows = RETAINED[kind].find(state, before, AT_ONCE);
    if (rows.length > 0) {
      RETAINED[kind].remove(state, rows, now);
      const counts = { ...running.counts, [kind]: (running.counts[kind] ?? 0) + rows.length };
      state.retention.write({ ...state.retention.read(), running: { ...running, counts } });
      return now;
    }
    const mark = markOf(state, kind, before);
    if (mark) known.marks = { ...known.marks, [kind]: mark };
  }
  const { at, counts } = running;
  const nextRun = nextRunAfter(now);
  state.retention.write({ ...known, running: null, lastRun: { at, counts }, nextRun });
  if (Object.keys(counts).length > 0) {
    state.audit.record({ at: now, actor: SYSTEM, verb: 'retention.run', subject: 'workspace', payload: counts });
  }
  return nextRun;
}

function lossesAt(state: WorkspaceState, days: RetentionDays, at: number): Omit<RetentionLoss, 'total'>[] {
  return RETAINED_KINDS.map((kind) => {
    const kept = days[kind];
    if (kept === null) return { kind, before: null, count: 0, sample: [] };
    const before = at - kept * DAY;
    const rows = RETAINED[kind].find(state, before, EVERY);
    return {
      kind,
      before: new Date(before).toISOString(),
      count: rows.length,
      sample: rows.slice(0, SHOWN).map((row) => ({ at: new Date(row.at).toISOString(), what: row.what })),
    };
  });
}

function nextRunAfter(now: number): number {
  const today = now - (now % DAY) + AT_HOUR * HOUR;
  return today > now ? today : today + DAY;
}

function present({ days, nextRun, lastRun }: RetentionState): Retention {
  return {
    days,
    nextRun: nextRun === null ? null : new Date(nextRun).toISOString(),
    lastRun: lastRun && { at: new Date(lastRun.at).toISOString(), counts: lastRun.counts },
  };
}
