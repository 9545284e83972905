import type { Share } from '../../contract/report.ts';
import { placeOn, type Scale } from '../figures/cut-scale.ts';
import { isThin } from '../figures/is-thin.ts';
import { neededAnswers } from '../figures/needed-answers.ts';
import { formatPercent, formatPercentRange, percentDigits } from '../format/percent.ts';
import { t } from '../messages/translate.ts';

interface EvidenceProps {
  share: Share;
  /** The part of 0 to 1 shown; the same for every row of a column. */
  scale?: Scale;
  target?: number | null;
  /** The period before, when it had enough answers. */
  was?: Share | null;
}

const WHOLE: Scale = { low: 0, high: 1 };

/** What the glyph shows, in words. */
export function evidenceLabel(share: Share): string {
  if (!share.sufficient) return t('few.label', { n: share.n, needed: neededAnswers(share.value, share.n) });
  const digits = percentDigits(share.low, share.high);
  return t('overview.interval', {
    value: formatPercent(share.value, digits),
    range: formatPercentRange(share.low, share.high, digits),
  });
}

/**
 * How sure a share is: a bead (the estimate) in a pill (its 95% range) on a rail (the scale). Hollow when thin; when there
 * are too few answers a dashed rail says how far along they are, and no number.
 */
export function Evidence({ share, scale = WHOLE, target, was }: EvidenceProps) {
  const label = evidenceLabel(share);
  if (!share.sufficient) {
    const progress = Math.min(1, share.n / neededAnswers(share.value, share.n));
    return (
      <span class="interval" data-too-few="" role="img" aria-label={label} style={{ '--progress': `${progress}` }}>
        <i class="interval-progress" />
      </span>
    );
  }
  const place = {
    '--low': `${placeOn(scale, share.low)}`,
    '--value': `${placeOn(scale, share.value)}`,
    '--high': `${placeOn(scale, share.high)}`,
    ...(typeof target === 'number' ? { '--target': `${placeOn(scale, target)}` } : {}),
    ...(was?.sufficient ? { '--was': `${placeOn(scale, was.value)}` } : {}),
  };
  return (
    <span class="interval" data-thin={isThin(share) ? '' : undefined} role="img" aria-label={label} style={place}>
      {was?.sufficient && <i class="interval-was" />}
      <i class="interval-range" />
      {typeof target === 'number' && <i class="interval-target" />}
      <i class="interval-bead" />
    </span>
  );
}
