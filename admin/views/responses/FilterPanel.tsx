import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { TRUSTS } from '../../../contract/metric.ts';
import { Answer } from '../../components/Answer.tsx';
import { Icon } from '../../components/Icon.tsx';
import { TrustMark } from '../../components/TrustMark.tsx';
import { languageName } from '../../format/language.ts';
import { formatNumber } from '../../format/number.ts';
import { t } from '../../messages/translate.ts';
import { navigate } from '../../models/location.ts';
import { surveyName, touchpointName } from '../../models/reference.ts';
import { filters, type ListFilter, toggleHref } from '../../models/response-filters.ts';
import { counts, countsError, loadCounts } from '../../models/responses.ts';

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
}

const SHOWN = 4;

function Group({ name, title, choices }: GroupProps) {
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
            onChange={() => navigate(toggleHref(name, value))}
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
      <Group
        name="score"
        title={t('score')}
        choices={[1, 2, 3, 4, 5].map((score) => ({
          value: `${score}`,
          label: <Answer metric="csat" score={score} />,
          count: tally && (tally.score[score] ?? 0),
        }))}
      />
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
    </>
  );
}
