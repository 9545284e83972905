import type { DayRange } from '../../../contract/segment.ts';
import { t } from '../../messages/translate.ts';
import { BoundField } from './BoundField.tsx';
import { Choice } from './Choice.tsx';

interface DayRangeFieldsProps {
  range: DayRange;
  /** Whether days may be meant in any year. */
  mayRecur?: boolean;
  onRange: (range: DayRange) => void;
}

const WAYS = ['next', 'last', 'between'] as const;
const DAYS_DEFAULT = 30;
const DAYS_MAX = 3_660;

/** When a day lies: ahead, behind, or between two. */
export function DayRangeFields({ range, mayRecur = false, onRange }: DayRangeFieldsProps) {
  return (
    <>
      <Choice
        label={t('segments.when')}
        value={range.in}
        choices={WAYS.map((value) => ({ value, text: t(`segments.${value}`) }))}
        onChoose={(way) => {
          if (way === 'between') onRange({ in: 'between' });
          else onRange({ in: way, days: range.in === 'between' ? DAYS_DEFAULT : range.days });
        }}
      />
      {range.in === 'between' ? (
        (['from', 'to'] as const).map((end) => (
          <input
            key={end}
            class="input bound-day"
            type="date"
            aria-label={t(`segments.${end}`)}
            value={range[end] ?? ''}
            onInput={(event) => {
              const { [end]: _, ...rest } = range;
              const { value } = event.currentTarget;
              onRange(value ? { ...rest, [end]: value } : rest);
            }}
          />
        ))
      ) : (
        <BoundField
          label={t('segments.days')}
          value={range.days}
          min={0}
          max={DAYS_MAX}
          onNumber={(days) => {
            if (days !== undefined) onRange({ ...range, days });
          }}
        />
      )}
      {mayRecur && range.in !== 'between' && (
        <label class="row soft small">
          <input
            type="checkbox"
            class="checkbox"
            checked={range.yearly ?? false}
            onChange={(event) => {
              const { yearly: _, ...rest } = range;
              onRange(event.currentTarget.checked ? { ...rest, yearly: true } : rest);
            }}
          />
          {t('segments.yearly')}
        </label>
      )}
    </>
  );
}
