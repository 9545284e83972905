import { METRICS } from '../../../contract/metric.ts';
import { Icon } from '../../components/Icon.tsx';
import { languageName } from '../../format/language.ts';
import { formatScore } from '../../format/score.ts';
import { t } from '../../messages/translate.ts';
import { hrefWith } from '../../models/location.ts';
import { surveyName, touchpointName } from '../../models/reference.ts';
import { regional } from '../../models/regional.ts';
import { filters, LIST_FILTERS, type ListFilter } from '../../models/response-filters.ts';
import { items, metricInForce } from '../../models/responses.ts';

function valueName(filter: ListFilter, value: string): string {
  if (filter === 'score') return formatScore(metricInForce.value, Number(value));
  if (filter === 'metric') return t(`metric.${METRICS.find((metric) => metric === value) ?? 'none'}`);
  if (filter === 'touchpoint') return touchpointName(value);
  if (filter === 'survey') return surveyName(value);
  if (filter === 'language') return languageName(value);
  if (filter === 'trust' && (value === 'verified' || value === 'claimed' || value === 'anonymous'))
    return t(`trust.${value}`);
  return value;
}

interface Chip {
  name: string;
  text: string;
}

function chips(): Chip[] {
  const now = filters.value;
  const either = new Intl.ListFormat(regional.value.numbers, { type: 'disjunction' });
  const found = LIST_FILTERS.flatMap((name): Chip[] =>
    now[name].length === 0 ? [] : [{ name, text: either.format(now[name].map((value) => valueName(name, value))) }],
  );
  if (now.contact) {
    const known = items.value.find((item) => item.contact?.id === now.contact)?.contact?.name;
    found.push({ name: 'contact', text: known ?? t('responses.one-person') });
  }
  if (now.company) found.push({ name: 'company', text: t('people.company') });
  const { test } = now;
  if (test !== '') found.push({ name: 'test', text: t(`test.${test}`) });
  return found;
}

/** The filters in force, each with a way to take it off. */
export function FilterChips() {
  const found = chips();
  if (found.length === 0) return null;
  return (
    <span class="list-chips">
      {found.map(({ name, text }) => (
        <a
          key={name}
          class="chip"
          href={hrefWith({ [name]: null, open: null })}
          aria-label={t('responses.remove', { name: text })}
        >
          <bdi class="clip">{text}</bdi>
          <Icon name="x" />
        </a>
      ))}
    </span>
  );
}
