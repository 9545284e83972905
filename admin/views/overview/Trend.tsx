import { useSignal } from '@preact/signals';
import type { Overview, TrendPoint } from '../../../contract/report.ts';
import { Evidence, evidenceLabel } from '../../components/Evidence.tsx';
import { byNumberAlone } from '../../figures/by-number-alone.ts';
import { neededAnswers } from '../../figures/needed-answers.ts';
import { type TrendShape, trendScale, trendShape } from '../../figures/trend-shape.ts';
import { formatDay, formatDays } from '../../format/date.ts';
import { formatNumber } from '../../format/number.ts';
import { formatPercent, formatPercentRange } from '../../format/percent.ts';
import { t } from '../../messages/translate.ts';
import { answersHref } from '../../models/overview.ts';

const LABELS = 7;

function hrefOf({ from, to }: TrendPoint): string {
  return answersHref({ from, to });
}

function Chart({ trend, shape }: { trend: TrendPoint[]; shape: TrendShape }) {
  const every = Math.max(1, Math.ceil((trend.length - 1) / (LABELS - 1)));
  const last = shape.points.at(-1);
  return (
    <div class="plot trend-plot">
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={t('overview.trend-label')}>
        <path class="plot-grid" d={shape.ticks.map(({ y }) => `M0 ${y}H100`).join('')} />
        <path class="plot-ribbon" d={shape.ribbon} />
        <path class="plot-edge" d={shape.edges} />
        <path class="plot-line" d={shape.line} />
      </svg>
      {shape.ticks.map(({ value, y }) => (
        <span key={y} class="plot-label" data-axis="y" style={{ '--y': `${y}` }}>
          {formatPercent(value)}
        </span>
      ))}
      {trend.map((point, at) => {
        const place = shape.points[at];
        if (!place) return null;
        const { x, y } = place;
        return (
          <a
            key={point.from}
            class="trend-hit"
            href={hrefOf(point)}
            aria-label={`${formatDays(point.from, point.to)}: ${evidenceLabel(point.csat)}`}
            style={{ '--x': `${x}`, '--y': `${y ?? 50}`, '--wide': `${100 / Math.max(1, trend.length - 1)}` }}
          >
            {y !== null && <i class="trend-dot plot-point" />}
            <span class="trend-tip" data-late={x > 60 ? '' : undefined}>
              <span class="strong">{formatDays(point.from, point.to)}</span>
              <span>{evidenceLabel(point.csat)}</span>
              <span>{t('sample', { n: point.csat.n })}</span>
            </span>
          </a>
        );
      })}
      {last && last.y !== null && <i class="plot-at plot-point" style={{ '--x': `${last.x}`, '--y': `${last.y}` }} />}
      {trend.map((point, at) =>
        at % every === 0 ? (
          <span
            key={point.from}
            class="plot-label"
            data-axis="x"
            data-odd={(at / every) % 2 ? '' : undefined}
            data-end={at === 0 ? 'first' : at === trend.length - 1 ? 'last' : undefined}
            style={{ '--x': `${shape.points[at]?.x ?? 0}` }}
          >
            {formatDay(point.from)}
          </span>
        ) : null,
      )}
    </div>
  );
}

function Table({ trend }: { trend: TrendPoint[] }) {
  const scale = trendScale(trend);
  return (
    <div class="trend-table">
      <table>
        <thead class="faint small">
          <tr>
            <th scope="col">{t('overview.days')}</th>
            <th scope="col">{t('overview.satisfied')}</th>
            <th scope="col" class="trend-glyph">
              <span class="scale-ends">
                <span>{formatPercent(scale.low)}</span>
                <span>{formatPercent(scale.high)}</span>
              </span>
            </th>
            <th scope="col">{t('overview.range')}</th>
            <th scope="col">{t('overview.number')}</th>
          </tr>
        </thead>
        <tbody>
          {trend.map((point) => {
            const { csat } = point;
            return (
              <tr key={point.from}>
                <th scope="row">
                  <a class="underlined" href={hrefOf(point)}>
                    {formatDays(point.from, point.to)}
                  </a>
                </th>
                <td class="strong numeric">{csat.sufficient ? formatPercent(csat.value) : '–'}</td>
                <td>
                  <Evidence share={csat} scale={scale} />
                </td>
                <td class="numeric">
                  {csat.sufficient
                    ? formatPercentRange(csat.low, csat.high)
                    : t('few.progress', { n: csat.n, needed: neededAnswers(csat.value, csat.n) })}
                </td>
                <td class="numeric">{formatNumber(csat.n)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** What is said instead of a chart when no week has answers enough. */
function TooFew({ report }: { report: Overview }) {
  const { csat } = report;
  const needed = neededAnswers(csat.value, csat.n);
  return (
    <div class="state trend-few">
      <h2 class="title">{t('few.title')}</h2>
      <Evidence share={{ ...csat, sufficient: false }} />
      <p class="small">
        <a class="underlined strong" href={answersHref()}>
          {t('few.progress', { n: csat.n, needed })}
        </a>
      </p>
      {csat.n > 0 && (
        <p class="soft small">{t('few.text', { n: csat.n, range: formatPercentRange(csat.low, csat.high) })}</p>
      )}
    </div>
  );
}

interface TrendProps {
  report: Overview;
}

/** Satisfaction over time as a line in its ribbon, with the table behind it. */
export function Trend({ report }: TrendProps) {
  const asTable = useSignal(false);
  const trend = byNumberAlone(report.trend);
  // One point is no line.
  if (trend.length < 2 || !trend.some(({ csat }) => csat.sufficient)) {
    return (
      <section class="trend">{report.csat.sufficient ? <Table trend={trend} /> : <TooFew report={report} />}</section>
    );
  }
  return (
    <section class="trend">
      {asTable.value ? <Table trend={trend} /> : <Chart trend={trend} shape={trendShape(trend, trendScale(trend))} />}
      <p class="legend">
        {!asTable.value && (
          <>
            <span>
              <i class="key-line" />
              {t('overview.trend-key')}
            </span>
            <span>
              <i class="key-range" />
              {t('overview.range-key')}
            </span>
          </>
        )}
        <button
          type="button"
          class="push soft"
          onClick={() => {
            asTable.value = !asTable.value;
          }}
        >
          {asTable.value ? t('overview.as-chart') : t('overview.as-table')}
        </button>
      </p>
    </section>
  );
}
