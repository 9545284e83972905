import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { CoverageLine, CoverageReport, NamedCoverage } from '../../../contract/coverage.ts';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { Empty } from '../../components/Empty.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Segments } from '../../components/Segments.tsx';
import { stageText } from '../../format/stage.ts';
import { t } from '../../messages/translate.ts';
import { coverage, LATELY, lately, loadCoverage, peopleHref, WITHIN, within } from '../../models/coverage.ts';
import { hrefWith, navigate } from '../../models/location.ts';
import { PeopleTabs } from '../people/PeopleTabs.tsx';
import { ShareLine } from '../segments/ShareLine.tsx';
import { CoverageBar } from './CoverageBar.tsx';
import { CoverageKey } from './CoverageKey.tsx';
import '../people/people.css';
import '../segments/segments.css';
import './coverage.css';

type Group = 'segment' | 'stage' | 'company';

function Controls() {
  return (
    <div class="coverage-controls">
      <span class="faint small">{t('coverage.lately-in')}</span>
      <Segments
        label={t('coverage.lately-in')}
        value={String(lately.value)}
        choices={LATELY.map((days) => ({ value: String(days), text: t('coverage.days', { n: days }) }))}
        onChoose={(days) => navigate(hrefWith({ lately: days }), { replace: true })}
      />
      <span class="faint small">{t('coverage.within')}</span>
      <Segments
        label={t('coverage.within')}
        value={String(within.value)}
        choices={WITHIN.map((days) => ({
          value: String(days),
          text: t(days === 0 ? 'coverage.within-ever' : 'coverage.within-year'),
        }))}
        onChoose={(days) => navigate(hrefWith({ within: days === '0' ? null : days }), { replace: true })}
      />
    </div>
  );
}

interface LineProps {
  name: ComponentChildren;
  line: CoverageLine;
  narrowed: Partial<Record<Group, string>>;
}

function Line({ name, line, narrowed }: LineProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="coverage-n">
        <a href={peopleHref(narrowed)}>{t('segments.people', { n: line.people })}</a>
      </td>
      <td class="coverage-stands">
        <CoverageBar line={line} narrowed={narrowed} />
      </td>
      <td class="coverage-rate">
        <ShareLine share={line.rate} of="coverage.few" />
      </td>
    </tr>
  );
}

interface TableProps {
  title: string;
  lines: readonly NamedCoverage[];
  by: Group;
  children?: ComponentChildren;
}

function Table({ title, lines, by, children }: TableProps) {
  if (lines.length === 0) return null;
  const nameOf = ({ name }: NamedCoverage) => {
    if (by !== 'stage') return name;
    return name === '' ? t('coverage.no-stage') : stageText(name);
  };
  const hrefOf = { segment: '/segments', company: '/companies', stage: null }[by];
  return (
    <section class="coverage-group">
      <h2 class="title">{title}</h2>
      <table>
        <colgroup>
          <col class="coverage-name" />
          <col class="coverage-n" />
          <col class="coverage-stands" />
          <col class="coverage-rate" />
        </colgroup>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{t('coverage.people')}</th>
            <th scope="col">{t('coverage.stands')}</th>
            <th scope="col">{t('coverage.rate')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line
              key={line.id}
              name={
                hrefOf ? (
                  <a href={`${hrefOf}/${encodeURIComponent(line.id)}`}>
                    <bdi>{nameOf(line)}</bdi>
                  </a>
                ) : (
                  <bdi>{nameOf(line)}</bdi>
                )
              }
              line={line}
              narrowed={{ [by]: line.id }}
            />
          ))}
        </tbody>
      </table>
      {children}
    </section>
  );
}

function Report({ report }: { report: CoverageReport }) {
  if (report.all.people === 0) return <Empty title={t('people.empty')} text={t('coverage.nobody')} />;
  return (
    <div class="coverage sheet">
      <p class="soft">{t('coverage.lead')}</p>
      <Controls />
      <section class="coverage-all">
        <CoverageBar line={report.all} narrowed={{}} size="large" />
        <CoverageKey line={report.all} />
        <div class="coverage-overall">
          <span class="soft">{t('coverage.rate')}</span>
          <ShareLine share={report.all.rate} of="coverage.few" />
        </div>
      </section>
      <Table title={t('coverage.by-segment')} lines={report.segments} by="segment" />
      <Table title={t('coverage.by-stage')} lines={report.stages} by="stage" />
      <Table title={t('coverage.by-company')} lines={report.companies} by="company">
        {report.companiesMore > 0 && (
          <p class="faint small">
            <a class="underlined" href="/companies">
              {t('coverage.more', { n: report.companiesMore })}
            </a>
          </p>
        )}
      </Table>
      <p class="faint small">{t('coverage.merged')}</p>
    </div>
  );
}

/** Who has been asked and who was heard: of everybody, by segment, by stage, by company. */
export function CoverageView() {
  const [days, back] = [lately.value, within.value];
  useEffect(() => {
    void loadCoverage();
  }, [days, back]);
  const report = coverage.data.value;
  const error = coverage.error.value;
  return (
    <>
      <PageHeader title={t('nav.coverage')} parent={{ href: '/people', name: t('nav.people') }} />
      <PeopleTabs />
      {error && !report && <Broken error={error} onRetry={loadCoverage} />}
      {!report && !error && <Bones rows={8} />}
      {report && <Report report={report} />}
    </>
  );
}
