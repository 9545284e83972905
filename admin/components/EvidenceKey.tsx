import type { Share } from '../../contract/report.ts';
import { t } from '../messages/translate.ts';
import { Evidence } from './Evidence.tsx';

const HOLLOW: Share = { n: 200, count: 160, value: 0.6, low: 0.4, high: 0.8, sufficient: true };
const FILLED: Share = { ...HOLLOW, low: 0.52, high: 0.68 };
const FEW: Share = { n: 6, count: 3, value: 0.5, low: 0.2, high: 0.8, sufficient: false };

/** What the glyphs of evidence mean, in view for everybody: filled, hollow and dashed. */
export function EvidenceKey() {
  return (
    <ul class="evidence-key faint small">
      <li>
        <span aria-hidden="true">
          <Evidence share={FILLED} />
        </span>
        {t('evidence.filled')}
      </li>
      <li>
        <span aria-hidden="true">
          <Evidence share={HOLLOW} />
        </span>
        {t('evidence.hollow')}
      </li>
      <li>
        <span aria-hidden="true">
          <Evidence share={FEW} />
        </span>
        {t('evidence.dashed')}
      </li>
    </ul>
  );
}
