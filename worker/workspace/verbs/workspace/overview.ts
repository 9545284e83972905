import { CSAT_SATISFIED_FROM } from '../../../../contract/metric.ts';
import type { Overview, Share } from '../../../../contract/report.ts';
import { funnelTally, type OutcomeCounts } from '../../../facts/funnel.ts';
import { overviewTally, type PeriodTally } from '../../../facts/overview.ts';
import { groupsFor } from '../../../facts/scan.ts';
import { change } from '../../../stats/change.ts';
import { mean } from '../../../stats/mean.ts';
import { nps } from '../../../stats/nps.ts';
import { share } from '../../../stats/share.ts';
import { addDays, dayBounds, dayOf, daysBetween } from '../../dayBounds.ts';
import type { WorkspaceState } from '../../state.ts';
import { peopleMask } from '../people/peopleFilter.ts';

const DAYS_DEFAULT = 90;
/** A trend has about this many points, whatever the period. */
const POINTS = 13;

/**
 * The overview of a period of workspace days, inclusive, against the period of the same length before it.
 * One scan of each stream; everything else is arithmetic on counts.
 */
export function overview(
  state: WorkspaceState,
  input: { from?: string; to?: string; segment?: string[]; now: number },
): Overview {
  const { timeZone } = state.settings.read();
  const to = input.to ?? dayOf(input.now, timeZone);
  const from = input.from ?? addDays(to, 1 - DAYS_DEFAULT);
  const days = daysBetween(from, to) + 1;
  const period = {
    from: dayBounds(from, timeZone).from,
    until: dayBounds(to, timeZone).until,
    before: dayBounds(addDays(from, -days), timeZone).from,
  };
  const step = Math.max(1, Math.ceil(days / POINTS));
  const starts: string[] = [];
  // Counted back from the end, so that the newest point is always whole.
  for (let day = addDays(to, 1 - step); ; day = addDays(day, -step)) {
    starts.unshift(day < from ? from : day);
    if (day <= from) break;
  }
  const touchpoints = state.journey.touchpoints();
  const people = peopleMask(state, input.segment ? { segment: input.segment } : {}, input.now);
  const groups = groupsFor({ people }, ['time', 'figure']);
  const tally = overviewTally(state.responseFacts.read(period.before, period.until, groups), {
    ...period,
    people,
    buckets: [...starts.map((day) => dayBounds(day, timeZone).from), period.until],
    touchpoints: touchpoints.map(({ number }) => number),
  });
  const funnel = funnelTally(state.displayFacts.read(period.before, period.until, groups), { ...period, people });
  const csat = satisfied(tally.now.csat);
  const csatBefore = satisfied(tally.before.csat);
  const stages = new Map(state.journey.stages().map((stage) => [stage.id, stage]));
  return {
    from,
    to,
    timeZone,
    responses: tally.now.responses,
    csat,
    csatBefore,
    csatChange: change(csat, csatBefore),
    distribution: tally.now.csat,
    nps: nps(tally.now.nps.promoters, tally.now.nps.passives, tally.now.nps.detractors),
    ces: mean(tally.now.ces, 1),
    funnel: {
      ...funnel.now,
      shown: total(funnel.now),
      rate: compare(answeredOf(funnel.now), answeredOf(funnel.before)),
    },
    commented: compare(partOf(tally.now, 'commented'), partOf(tally.before, 'commented')),
    verified: compare(partOf(tally.now, 'verified'), partOf(tally.before, 'verified')),
    trend: starts.map((start, index) => {
      const bucket = tally.buckets[index] ?? { n: 0, satisfied: 0 };
      const next = starts[index + 1];
      return { from: start, to: next ? addDays(next, -1) : to, csat: share(bucket.satisfied, bucket.n) };
    }),
    touchpoints: touchpoints.map((touchpoint) => {
      const counts = tally.touchpoints.get(touchpoint.number);
      const now = satisfied(counts?.now ?? []);
      const before = share(counts?.before.satisfied ?? 0, counts?.before.n ?? 0);
      return {
        id: touchpoint.id,
        name: touchpoint.name,
        stage: stages.get(touchpoint.stage) ?? { id: touchpoint.stage, name: {} },
        moment: touchpoint.moment,
        target: touchpoint.target,
        csat: now,
        distribution: counts?.now ?? [0, 0, 0, 0, 0],
        before,
        change: change(now, before),
      };
    }),
  };
}

/** The satisfied of a distribution from 1 up. */
function satisfied(distribution: readonly number[]): Share {
  const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
  return share(sum(distribution.slice(CSAT_SATISFIED_FROM - 1)), sum(distribution));
}

function partOf(period: PeriodTally, part: 'commented' | 'verified'): Share {
  return share(period[part], period.responses);
}

function total(counts: OutcomeCounts): number {
  return Object.values(counts).reduce((a, b) => a + b, 0);
}

/** Displays that brought an answer: those answered to the end, and those left after a first commit. */
function answeredOf(counts: OutcomeCounts): Share {
  return share(counts.answered + counts.abandoned, total(counts));
}

function compare(now: Share, before: Share) {
  return { now, before, change: change(now, before) };
}
