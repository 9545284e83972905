import type { ComponentChildren } from 'preact';
import type { ContactRead } from '../../../contract/contact.ts';
import { formatDate, formatDays, formatMonth } from '../../format/date.ts';
import { dayOf, daysBetween } from '../../format/day.ts';
import { formatNumber } from '../../format/number.ts';
import { t } from '../../messages/translate.ts';
import { now } from '../../models/clock.ts';
import { regional } from '../../models/regional.ts';
import { attributeText } from './attributeText.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function Stat({ name, value, below }: { name: string; value: ComponentChildren; below?: string | undefined }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
      {below && <dd class="stat-below faint">{below}</dd>}
    </div>
  );
}

/** How far away a day is, in words: what is due is said from today. */
function fromToday(day: string): string {
  const ahead = daysBetween(dayOf(new Date(now.value), regional.value.timeZone), day);
  if (ahead === 0) return t('person.today-word');
  return ahead > 0 ? t('person.in-days', { n: ahead }) : t('person.days-ago', { n: -ahead });
}

/** Where somebody stands with the organisation: stage, value, renewal, how to reach them; and how often they were heard. */
export function Standing({ contact }: { contact: ContactRead }) {
  const { attributes, responses, lastResponseAt, createdAt } = contact;
  const { stage, value, renewal, channel } = attributes;
  const isDue = typeof renewal === 'string' && DAY.test(renewal) && !Number.isNaN(Date.parse(renewal));
  return (
    <dl class="stats">
      {stage !== undefined && stage !== '' && (
        <Stat name={t('person.stage')} value={<bdi>{attributeText('stage', stage)}</bdi>} />
      )}
      {value !== undefined && value !== '' && (
        <Stat name={t('person.value')} value={<bdi>{attributeText('value', value)}</bdi>} />
      )}
      {isDue && <Stat name={t('person.renews')} value={fromToday(renewal)} below={formatDays(renewal, renewal)} />}
      {channel !== undefined && channel !== '' && (
        <Stat name={t('person.reach')} value={<bdi>{attributeText('channel', channel)}</bdi>} />
      )}
      <Stat
        name={t('people.answers')}
        value={formatNumber(responses)}
        below={lastResponseAt ? formatDate(lastResponseAt) : t('person.never')}
      />
      <Stat name={t('person.since')} value={formatMonth(createdAt)} />
    </dl>
  );
}
