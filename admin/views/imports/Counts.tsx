import type { ImportDetail } from '../../../contract/imports.ts';
import { INTAKE_VERDICTS } from '../../../contract/importTerms.ts';
import { formatNumber } from '../../format/number.ts';
import { t } from '../../messages/translate.ts';
import { type RowFilter, rowFilter } from '../../models/imports.ts';
import { VerdictBar } from './VerdictBar.tsx';

/** How many rows get which verdict; each number shows its rows below. */
export function Counts({ shown }: { shown: ImportDetail }) {
  const counts = shown.done ?? shown.planned;
  if (!counts) return null;
  const filter = (value: RowFilter, n: number, text: string) => (
    <button
      key={value}
      type="button"
      class="verdict-count"
      data-verdict={value || undefined}
      aria-pressed={rowFilter.value === value}
      disabled={n === 0 && value !== ''}
      onClick={() => {
        rowFilter.value = value;
      }}
    >
      <i aria-hidden="true" />
      <span class="verdict-number numeric">{formatNumber(n)}</span>
      <span class="soft">{text}</span>
    </button>
  );
  return (
    <section class="import-part">
      <h2 class="title">{t(shown.done ? 'import.done-head' : 'import.planned-head')}</h2>
      {shown.differs && <p class="soft">{t('import.differs')}</p>}
      <VerdictBar counts={counts} />
      <div class="verdict-counts">
        {filter('', shown.rows, t('import.all'))}
        {INTAKE_VERDICTS.map((verdict) => filter(verdict, counts[verdict], t(`import.${verdict}`)))}
        {filter('noted', counts.noted, t('import.noted'))}
      </div>
    </section>
  );
}
