import { textIn } from '../../../contract/locale.ts';
import type { Overview, TouchpointReport } from '../../../contract/report.ts';
import { ChangeWord } from '../../components/ChangeWord.tsx';
import { Distribution, type DistributionLayout, layOutDistributions } from '../../components/Distribution.tsx';
import { Evidence } from '../../components/Evidence.tsx';
import { MomentMark } from '../../components/MomentMark.tsx';
import type { Scale } from '../../figures/cut-scale.ts';
import { neededAnswers } from '../../figures/needed-answers.ts';
import { formatNumber } from '../../format/number.ts';
import { formatPercent } from '../../format/percent.ts';
import { t } from '../../messages/translate.ts';
import { answersHref } from '../../models/overview.ts';
import { regional } from '../../models/regional.ts';
import './touchpoints.css';

interface RowProps {
  row: TouchpointReport;
  layout: DistributionLayout;
  scale: Scale;
}

function Row({ row, layout, scale }: RowProps) {
  const { id, csat, moment, name, stage, target, before, change, distribution } = row;
  const language = regional.value.locale;
  return (
    <tr data-too-few={csat.sufficient ? undefined : ''}>
      <th scope="row">
        <span class="row" data-align="baseline">
          <MomentMark moment={moment} />
          <a class="strong clip touchpoint-link" href={answersHref({ touchpoint: id })}>
            <bdi>{textIn(name, language)}</bdi>
          </a>
          <bdi class="faint small phone-hides">{textIn(stage.name, language)}</bdi>
        </span>
      </th>
      <td class="cell-distribution">{csat.sufficient && <Distribution counts={distribution} layout={layout} />}</td>
      <td class="cell-value">
        {csat.sufficient ? <span class="strong">{formatPercent(csat.value)}</span> : <span class="faint">–</span>}
      </td>
      <td class="cell-interval">
        <Evidence share={csat} scale={scale} target={target} was={before} />
      </td>
      {csat.sufficient ? (
        <>
          <td class="cell-n faint">{t('sample', { n: csat.n })}</td>
          <td class="cell-change">
            <ChangeWord change={change} before={before} />
          </td>
        </>
      ) : (
        <td class="cell-n faint" colSpan={2}>
          {t('few.progress', { n: csat.n, needed: neededAnswers(csat.value, csat.n) })}
        </td>
      )}
    </tr>
  );
}

/** One scale for the whole column: from the lowest range, rounded down to ten points, to all. */
function commonScale(rows: TouchpointReport[]): Scale {
  const lows = rows.flatMap(({ csat, before }) => [
    ...(csat.sufficient ? [csat.low] : []),
    ...(before.sufficient ? [before.value] : []),
  ]);
  const low = Math.floor(Math.min(0.6, ...lows) * 10 - 0.2) / 10;
  return { low: Math.max(0, low), high: 1 };
}

interface TouchpointsProps {
  report: Overview;
}

/** Every touchpoint on one scale; each leads to its answers. */
export function Touchpoints({ report }: TouchpointsProps) {
  const rows = report.touchpoints;
  const scale = commonScale(rows);
  const layouts = layOutDistributions(rows.map((row) => (row.csat.sufficient ? row.distribution : [])));
  return (
    <section class="touchpoints">
      <div class="panel-head">
        <h2 class="title">{t('overview.touchpoints')}</h2>
        <span class="scale-key push phone-hides" aria-hidden="true">
          {t('overview.unhappy')}
          <span>
            {[1, 2, 3, 4, 5].map((score) => (
              <i key={score} data-score={score} />
            ))}
          </span>
          {t('overview.happy')}
        </span>
      </div>
      {rows.length === 0 ? (
        <p class="faint">{t('overview.no-touchpoints')}</p>
      ) : (
        <table>
          <thead class="faint small">
            <tr>
              <th scope="col">{t('touchpoint')}</th>
              <th scope="col" class="cell-distribution">
                {t('overview.distribution')}
              </th>
              <th scope="col" class="cell-value">
                <span class="visually-hidden">{t('overview.satisfied')}</span>
              </th>
              <th scope="col" class="cell-interval">
                <span class="scale-ends">
                  <span>{formatNumber(scale.low * 100)}</span>
                  <span>{t('overview.satisfied-scale')}</span>
                  <span>{formatPercent(scale.high)}</span>
                </span>
              </th>
              <th scope="col" class="cell-n">
                <span class="visually-hidden">{t('overview.number')}</span>
              </th>
              <th scope="col" class="cell-change">
                {t('overview.against')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => {
              const layout = layouts[at];
              return layout && <Row key={row.id} row={row} layout={layout} scale={scale} />;
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
