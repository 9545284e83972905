import type { SegmentCondition } from '../../../contract/segment.ts';
import { t } from '../../messages/translate.ts';
import { allSurveys, allTouchpoints, touchpointName } from '../../models/reference.ts';
import { BoundField } from './BoundField.tsx';

type Placed = Extract<SegmentCondition, { by: 'did' | 'score' }>;

interface WhereFieldsProps<C extends Placed> {
  condition: C;
  /** Events happen at no touchpoint of ours. */
  placed: boolean;
  onCondition: (condition: C) => void;
}

const DAYS_MAX = 3_660;

/** Where and how lately something was done. */
export function WhereFields<C extends Placed>({ condition, placed, onCondition }: WhereFieldsProps<C>) {
  const { touchpoint, survey, ...rest } = condition;
  const chosen = touchpoint ? `t:${touchpoint}` : survey ? `s:${survey}` : '';
  return (
    <>
      {placed && (
        <select
          class="input choice"
          aria-label={t('segments.where')}
          value={chosen}
          onChange={(event) => {
            const [kind, id] = event.currentTarget.value.split(':', 2);
            const where = kind === 't' && id ? { touchpoint: id } : kind === 's' && id ? { survey: id } : {};
            onCondition({ ...(rest as C), ...where });
          }}
        >
          <option value="">{t('segments.anywhere')}</option>
          <optgroup label={t('segments.touchpoints')}>
            {allTouchpoints.value.map(({ id }) => (
              <option key={id} value={`t:${id}`}>
                {touchpointName(id)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('segments.surveys')}>
            {allSurveys.value.map(({ id, name }) => (
              <option key={id} value={`s:${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
        </select>
      )}
      <span class="row soft small">
        {t('segments.within-days')}
        <BoundField
          label={t('segments.days')}
          value={condition.days}
          min={1}
          max={DAYS_MAX}
          onNumber={(days) => {
            const { days: _, ...others } = condition;
            onCondition(days === undefined ? (others as C) : { ...condition, days });
          }}
        />
      </span>
    </>
  );
}
