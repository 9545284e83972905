import { useEffect } from 'preact/hooks';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { daysBetween } from '../../format/day.ts';
import { t } from '../../messages/translate.ts';
import { resumed } from '../../models/live.ts';
import { followOverview, loadLatest, loadOverview, narrowedTo, overview } from '../../models/overview.ts';
import { period } from '../../models/period.ts';
import { NoAnswers } from '../NoAnswers.tsx';
import { PeriodPicker } from '../period/PeriodPicker.tsx';
import { SegmentSelect } from '../segments/SegmentSelect.tsx';
import { Figures } from './Figures.tsx';
import { JustNow } from './JustNow.tsx';
import { Touchpoints } from './Touchpoints.tsx';
import { Trend } from './Trend.tsx';
import '../../styles/plot.css';
import './overview.css';

function Report() {
  const report = overview.data.value;
  const error = overview.error.value;
  if (error && !report) return <Broken error={error} onRetry={loadOverview} answers />;
  if (!report) return <Bones rows={8} />;
  // Who was asked and did not answer is news of its own.
  if (report.responses === 0 && report.funnel.shown === 0) return <NoAnswers />;
  return (
    <>
      <Figures report={report} />
      <Trend report={report} />
      <Touchpoints report={report} />
    </>
  );
}

/** The figures of a period, where they come from, and what is arriving. */
export function Overview() {
  const { from, to } = period.value;
  const segment = narrowedTo.value;
  useEffect(() => {
    void loadOverview();
  }, [from, to, segment, resumed.value]);
  useEffect(() => {
    void loadLatest();
  }, [segment, resumed.value]);
  useEffect(followOverview, []);
  return (
    <>
      <PageHeader title={t('nav.overview')}>
        <span class="faint small phone-hides">{t('overview.against-before', { n: daysBetween(from, to) })}</span>
        <SegmentSelect />
        <PeriodPicker days />
      </PageHeader>
      <div class="overview">
        <section class="overview-main" aria-busy={overview.loading.value}>
          <Report />
        </section>
        <aside class="overview-aside">
          <JustNow />
        </aside>
      </div>
    </>
  );
}
