import type { Share } from '../../../contract/report.ts';
import { Evidence } from '../../components/Evidence.tsx';
import { neededAnswers } from '../../figures/needed-answers.ts';
import { formatPercent } from '../../format/percent.ts';
import { t } from '../../messages/translate.ts';

interface ShareLineProps {
  share: Share;
  /** What to say of what is too few: answers without it. */
  of?: 'few.progress' | 'coverage.few';
}

/** A share with its range and its n on one line; too few answers have no number. */
export function ShareLine({ share, of = 'few.progress' }: ShareLineProps) {
  return (
    <span class="share-line" data-too-few={share.sufficient ? undefined : ''}>
      <span class="share-value strong">{share.sufficient ? formatPercent(share.value) : ''}</span>
      <Evidence share={share} />
      <span class="faint small share-n">
        {share.sufficient
          ? t(of === 'coverage.few' ? 'coverage.n' : 'sample', { n: share.n })
          : t(of, { n: share.n, needed: neededAnswers(share.value, share.n) })}
      </span>
    </span>
  );
}
