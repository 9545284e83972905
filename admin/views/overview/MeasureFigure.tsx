import type { Metric } from '../../../contract/metric.ts';
import { scaleOf } from '../../figures/pip-of.ts';
import { formatNumber } from '../../format/number.ts';
import { t } from '../../messages/translate.ts';
import { answersHref } from '../../models/overview.ts';

interface MeasureFigureProps {
  metric: Exclude<Metric, 'none'>;
  name: string;
  short: string;
  /** On the figure's own scale, whose ends are `low` and `high` of `scale`. */
  figure: { n: number; value: number; low: number; high: number; sufficient: boolean };
  scale?: { low: number; high: number };
  /** Decimals it is told in. */
  digits: number;
}

/** A figure that is no share: a net score or a mean, with its range on the whole of its scale. */
export function MeasureFigure({ metric, name, short, figure, scale, digits }: MeasureFigureProps) {
  const { n, value, low, high, sufficient } = figure;
  const ends = scale ?? scaleOf(metric) ?? { low: 0, high: 1 };
  const place = (at: number) => `${(at - ends.low) / (ends.high - ends.low)}`;
  const range = t('range.plain', { low: formatNumber(low, digits), high: formatNumber(high, digits) });
  return (
    <a class="figure" href={answersHref({ metric })}>
      <h2 class="figure-name">
        {name}
        <span class="faint">{short}</span>
      </h2>
      <p class="figure-line">
        {sufficient ? (
          <span class="figure-value">{formatNumber(value, digits)}</span>
        ) : (
          <>
            <span class="figure-value" data-too-few="">
              –
            </span>
            <span class="faint">{t('few.title')}</span>
          </>
        )}
      </p>
      <p class="figure-scale">
        <span aria-hidden="true">{formatNumber(ends.low)}</span>
        {sufficient ? (
          <span
            class="interval"
            role="img"
            aria-label={t('overview.interval', { value: formatNumber(value, digits), range })}
            style={{ '--low': place(low), '--value': place(value), '--high': place(high) }}
          >
            <i class="interval-range" />
            <i class="interval-bead" />
          </span>
        ) : (
          <span class="interval" data-too-few="" role="img" aria-label={t('few.title')} style={{ '--progress': '0' }} />
        )}
        <span aria-hidden="true">{formatNumber(ends.high)}</span>
      </p>
      <p class="figure-foot">
        {sufficient && (
          <>
            {range}
            <span class="figure-dot" aria-hidden="true">
              ·
            </span>
          </>
        )}
        {t('sample', { n })}
      </p>
    </a>
  );
}
