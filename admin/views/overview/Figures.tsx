import type { Change, Overview, Share } from '../../../contract/report.ts';
import { ChangeWord } from '../../components/ChangeWord.tsx';
import { Evidence } from '../../components/Evidence.tsx';
import { cutScale, type Scale } from '../../figures/cut-scale.ts';
import { neededAnswers } from '../../figures/needed-answers.ts';
import { formatNumber } from '../../format/number.ts';
import { formatPercent, formatPercentRange, percentDigits } from '../../format/percent.ts';
import { t } from '../../messages/translate.ts';
import { answersHref } from '../../models/overview.ts';
import { MeasureFigure } from './MeasureFigure.tsx';

interface FigureProps {
  name: string;
  short?: string;
  now: Share;
  before: Share;
  change: Change;
  /** What the share is of, counted. */
  sample: string;
  href: string;
  /** Whether this is the figure drawn over time below. */
  charted?: boolean;
}

function scaleOf(now: Share, before: Share): Scale {
  return cutScale([now.low, now.value, now.high, ...(before.sufficient ? [before.value] : [])]);
}

function scaleEnd(value: number, scale: Scale): string {
  return formatNumber(value * 100, scale.high - scale.low < 0.05 ? 1 : 0);
}

function Known({ now, before, change }: Pick<FigureProps, 'now' | 'before' | 'change'>) {
  const digits = percentDigits(now.low, now.high);
  const scale = scaleOf(now, before);
  return (
    <>
      <p class="figure-line">
        <span class="figure-value">{formatPercent(now.value, digits)}</span>
        <ChangeWord change={change} before={before} wordy />
      </p>
      <p class="figure-scale">
        <span aria-hidden="true">{scaleEnd(scale.low, scale)}</span>
        <Evidence share={now} scale={scale} was={before} />
        <span aria-hidden="true">{scaleEnd(scale.high, scale)}</span>
      </p>
    </>
  );
}

function Figure({ name, short, now, before, change, sample, href, charted }: FigureProps) {
  const digits = percentDigits(now.low, now.high);
  return (
    <a class="figure" href={href} data-charted={charted ? '' : undefined}>
      <h2 class="figure-name">
        {name}
        {short && <span class="faint">{short}</span>}
      </h2>
      {now.sufficient ? (
        <>
          <Known now={now} before={before} change={change} />
          <p class="figure-foot">
            {formatPercentRange(now.low, now.high, digits)}
            <span class="figure-dot" aria-hidden="true">
              ·
            </span>
            {sample}
          </p>
        </>
      ) : (
        <>
          <p class="figure-line">
            <span class="figure-value" data-too-few="">
              –
            </span>
          </p>
          <p class="figure-scale">
            <Evidence share={now} />
          </p>
          <p class="figure-foot">{t('few.progress', { n: now.n, needed: neededAnswers(now.value, now.n) })}</p>
        </>
      )}
    </a>
  );
}

/** A net score: promoters less detractors, in points. */
const NPS_SCALE = { low: -100, high: 100 };

interface FiguresProps {
  report: Overview;
}

/** The four figures; each leads to the responses behind it. What nobody was asked gives way to how far answers reach. */
export function Figures({ report }: FiguresProps) {
  const { csat, csatBefore, csatChange, nps, ces, funnel, commented, verified } = report;
  return (
    <div class="figures">
      <Figure
        name={t('overview.satisfied')}
        short={t('overview.csat')}
        now={csat}
        before={csatBefore}
        change={csatChange}
        sample={t('sample', { n: csat.n })}
        href={answersHref({ metric: 'csat', score: '4,5' })}
        charted
      />
      <Figure
        name={t('overview.rate')}
        now={funnel.rate.now}
        before={funnel.rate.before}
        change={funnel.rate.change}
        sample={t('overview.shown', { n: funnel.shown })}
        href={answersHref()}
      />
      {nps.n > 0 ? (
        <MeasureFigure
          metric="nps"
          name={t('overview.recommend')}
          short={t('overview.nps')}
          figure={nps}
          scale={NPS_SCALE}
          digits={0}
        />
      ) : (
        <Figure
          name={t('overview.commented')}
          now={commented.now}
          before={commented.before}
          change={commented.change}
          sample={t('sample', { n: commented.now.n })}
          href={answersHref()}
        />
      )}
      {ces.n > 0 ? (
        <MeasureFigure metric="ces" name={t('overview.ease')} short={t('overview.ces')} figure={ces} digits={1} />
      ) : (
        <Figure
          name={t('overview.verified')}
          now={verified.now}
          before={verified.before}
          change={verified.change}
          sample={t('sample', { n: verified.now.n })}
          href={answersHref({ trust: 'verified' })}
        />
      )}
    </div>
  );
}
