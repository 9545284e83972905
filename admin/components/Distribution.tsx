import { formatPercent } from '../format/percent.ts';
import { t } from '../messages/translate.ts';

/** Where five shares lie when they share a middle with the other rows of a column. All are fractions of the box. */
export interface DistributionLayout {
  middle: number;
  segments: { from: number; share: number }[];
}

/** The share of answers before the middle: 1, 2 and half of 3. */
function before(shares: number[]): number {
  const [one = 0, two = 0, three = 0] = shares;
  return one + two + three / 2;
}

/** Lays out distributions (counts of 1 to 5) so that the middles of all rows meet and the widest row fits. */
export function layOutDistributions(rows: number[][]): DistributionLayout[] {
  const shares = rows.map((counts) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count) => (total === 0 ? 0 : count / total));
  });
  const unhappy = Math.max(0, ...shares.map(before));
  const happy = Math.max(0, ...shares.map((row) => (row.some((share) => share > 0) ? 1 - before(row) : 0)));
  const width = unhappy + happy || 1;
  const middle = unhappy / width;
  return shares.map((row) => {
    let from = middle - before(row) / width;
    const segments = row.map((share) => {
      const segment = { from, share: share / width };
      from += segment.share;
      return segment;
    });
    return { middle, segments };
  });
}

interface DistributionProps {
  counts: number[];
  layout: DistributionLayout;
}

/** How answers 1 to 5 are spread, laid out from the middle: unhappy before it, happy after it. */
export function Distribution({ counts, layout }: DistributionProps) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const percent = (index: number) => formatPercent(total === 0 ? 0 : (counts[index] ?? 0) / total);
  const label = t('overview.distribution-label', {
    a: percent(0),
    b: percent(1),
    c: percent(2),
    d: percent(3),
    e: percent(4),
  });
  return (
    <span class="distribution" role="img" aria-label={label} title={label} style={{ '--middle': `${layout.middle}` }}>
      {layout.segments.map(({ from, share }, index) =>
        share > 0 ? (
          <i key={index} data-score={index + 1} style={{ '--from': `${from}`, '--share': `${share}` }} />
        ) : null,
      )}
    </span>
  );
}
