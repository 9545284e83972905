import type { Share } from '../../../contract/report.ts';
import { Evidence } from '../../components/Evidence.tsx';
import { neededAnswers } from '../../figures/needed-answers.ts';
import { formatPercent, formatPercentRange, percentDigits } from '../../format/percent.ts';
import { t } from '../../messages/translate.ts';

interface ShareLineProps {
  share: Share;
  /** What to say of what is too few: answers without it. */
  of?: 'few.progress' | 'coverage.few';
  /** Says the range in words, too. */
  withRange?: boolean;
}

/** A share with its range and its n on one line; too few answers have no number. */
export function ShareLine({ share, of = 'few.progress', withRange = false }: ShareLineProps) {
  return (
    <span class="share-line" data-too-few={share.sufficient ? undefined : ''} data-range={withRange ? '' : undefined}>
      <span class="share-value strong">{share.sufficient ? formatPercent(share.value) : ''}</span>
      <Evidence share={share} />
      <span class="faint small share-n">
        {withRange && share.sufficient && (
          <span class="share-range numeric">
            {formatPercentRange(share.low, share.high, percentDigits(share.low, share.high))}
          </span>
        )}
        {share.sufficient
          ? t(of === 'coverage.few' ? 'coverage.n' : 'sample', { n: share.n })
          : t(of, { n: share.n, needed: neededAnswers(share.value, share.n) })}
      </span>
    </span>
  );
}
