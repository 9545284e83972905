import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { METRICS, TRUSTS } from '../../../contract/metric.ts';
import { Answer } from '../../components/Answer.tsx';
import { Icon } from '../../components/Icon.tsx';
import { TrustMark } from '../../components/TrustMark.tsx';
import { scaleOf } from '../../figures/pip-of.ts';
import { languageName } from '../../format/language.ts';
import { formatNumber } from '../../format/number.ts';
import { t } from '../../messages/translate.ts';
import { hrefWith, navigate } from '../../models/location.ts';
import { surveyName, touchpointName } from '../../models/reference.ts';
import { filters, type ListFilter, scoreHref, TESTS, toggleHref } from '../../models/response-filters.ts';
import { counts, countsError, hasMetrics, loadCounts, metricInForce } from '../../models/responses.ts';
import { isAdmin } from '../../models/session.ts';
import { RemoveTests } from './RemoveTests.tsx';

interface Choice {
  value: string;
  label: ComponentChildren;
  /** Null until counted. */
  count: number | null;
}

interface GroupProps {
  name: ListFilter;
  title: string;
  choices: Choice[];
  /** Where a choice is turned over, if not simply in its own filter. */
  href?: (value: string) => string;
}

const SHOWN = 4;

function Group({ name, title, choices, href = (value) => toggleHref(name, value) }: GroupProps) {
  const all = useSignal(false);
  const chosen = filters.value[name];
  const visible = all.value ? choices : choices.filter((choice, at) => at < SHOWN || chosen.includes(choice.value));
  const hidden = choices.length - visible.length;
  // One more than fits is not worth a press.
  const listed = hidden <= 1 ? choices : visible;
  return (
    <fieldset class="filter-group">
      <legend>{title}</legend>
      {listed.map(({ value, label, count }) => (
        <label key={value} class="filter-row">
          <input
            type="checkbox"
            class="checkbox"
            checked={chosen.includes(value)}
            onChange={() => navigate(href(value))}
          />
          <span class="clip">{label}</span>
          <span class="filter-count">{count !== null && formatNumber(count)}</span>
        </label>
      ))}
      {(hidden > 1 || (all.value && choices.length > SHOWN + 1)) && (
        <button
          type="button"
          class="filter-more"
          onClick={() => {
            all.value = !all.value;
          }}
        >
          {all.value ? t('responses.fewer') : t('responses.more', { n: hidden })}
        </button>
      )}
    </fieldset>
  );
}

/** The choices of a counted filter, most frequent first; a choice in force stays even when nothing is left of it. */
function counted(
  tally: Record<string, number>,
  chosen: string[],
  label: (value: string) => ComponentChildren,
): Choice[] {
  const values = new Set([...Object.keys(tally), ...chosen]);
  return [...values]
    .map((value) => ({ value, label: label(value), count: tally[value] ?? 0 }))
    .sort((first, second) => (second.count ?? 0) - (first.count ?? 0) || first.value.localeCompare(second.value));
}

/** The counts could not be read: those beside the choices are old, or not there. */
function Uncounted() {
  return (
    <div class="filter-uncounted small" role="alert">
      <p class="soft">{t('responses.uncounted')}</p>
      <button type="button" class="button" data-size="small" onClick={loadCounts}>
        <Icon name="rotate-cw" />
        {t('error.retry')}
      </button>
    </div>
  );
}

/** The scores of the measure in force, best last. */
function Scores() {
  const tally = counts.value;
  const metric = metricInForce.value;
  const { low, high } = scaleOf(metric) ?? { low: 1, high: 5 };
  const several = hasMetrics.value && filters.value.metric.length !== 1;
  return (
    <Group
      name="score"
      title={hasMetrics.value ? t(`metric.${metric}`) : t('score')}
      href={(value) => scoreHref(metric, value, !hasMetrics.value)}
      choices={Array.from({ length: high - low + 1 }, (_, step) => low + step).map((score) => ({
        value: `${score}`,
        label: <Answer metric={metric} score={score} />,
        // Counted over all measures, a number says nothing of one of them.
        count: several ? null : tally && (tally.score[score] ?? 0),
      }))}
    />
  );
}

/** Whether answers given while trying things out are in the list. */
function Tests() {
  const now = filters.value.test;
  return (
    <details class="more filter-tests" open={now !== ''}>
      <summary class="small">{t('responses.tests')}</summary>
      <fieldset class="filter-group">
        <legend class="visually-hidden">{t('responses.tests')}</legend>
        {(['', ...TESTS] as const).map((value) => (
          <label key={value} class="filter-row">
            <input
              type="radio"
              class="radio"
              name="test"
              checked={now === value}
              onChange={() => navigate(hrefWith({ test: value || null, open: null }))}
            />
            <span class="clip">{t(`test.${value || 'exclude'}`)}</span>
          </label>
        ))}
      </fieldset>
      {now !== '' && isAdmin.value && <RemoveTests />}
    </details>
  );
}

/** What narrows the list, each choice with how many responses it would leave. */
export function FilterPanel() {
  const tally = counts.value;
  const chosen = filters.value;
  const touchpoints = counted(tally?.touchpoint ?? {}, chosen.touchpoint, (id) => <bdi>{touchpointName(id)}</bdi>);
  const languages = counted(tally?.language ?? {}, chosen.language, (tag) => <bdi lang={tag}>{languageName(tag)}</bdi>);
  const surveys = counted(tally?.survey ?? {}, chosen.survey, (id) => <bdi>{surveyName(id)}</bdi>);
  const sites = counted(tally?.site ?? {}, chosen.site, (key) => <bdi dir="ltr">{key}</bdi>);
  return (
    <>
      {countsError.value && <Uncounted />}
      {hasMetrics.value && (
        <Group
          name="metric"
          title={t('metric')}
          choices={METRICS.filter((metric) => tally?.metric[metric] || chosen.metric.includes(metric)).map(
            (metric) => ({
              value: metric,
              label: t(`metric.${metric}`),
              count: tally && (tally.metric[metric] ?? 0),
            }),
          )}
        />
      )}
      <Scores />
      <Group
        name="trust"
        title={t('trust')}
        choices={TRUSTS.toReversed().map((trust) => ({
          value: trust,
          label: <TrustMark trust={trust} word />,
          count: tally && (tally.trust[trust] ?? 0),
        }))}
      />
      {touchpoints.length > 0 && <Group name="touchpoint" title={t('touchpoint')} choices={touchpoints} />}
      {languages.length > 0 && <Group name="language" title={t('detail.language')} choices={languages} />}
      {surveys.length > 1 && <Group name="survey" title={t('survey')} choices={surveys} />}
      {sites.length > 1 && <Group name="site" title={t('site')} choices={sites} />}
      <Tests />
    </>
  );
}
