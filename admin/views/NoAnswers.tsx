import { useEffect } from 'preact/hooks';
import { Bones } from '../components/Bones.tsx';
import { Empty } from '../components/Empty.tsx';
import { formatDate, formatDays } from '../format/date.ts';
import { addDays, dayOf } from '../format/day.ts';
import { t } from '../messages/translate.ts';
import { now } from '../models/clock.ts';
import { loadNewest, newest } from '../models/newest.ts';
import { DEFAULT_DAYS, followingHref, rangeHref, today } from '../models/period.ts';
import { regional } from '../models/regional.ts';
import { FirstAnswer } from './FirstAnswer.tsx';

/** Where the newest answers are: the usual period where it reaches them, else as many days that end with the newest. */
function WayOut({ at }: { at: string }) {
  const last = dayOf(new Date(at), regional.value.timeZone);
  const first = addDays(last, 1 - DEFAULT_DAYS);
  const near = last > addDays(today.value, -DEFAULT_DAYS);
  return (
    <a class="button" href={near ? followingHref(DEFAULT_DAYS) : rangeHref(first, last)}>
      {near ? t('period.days', { n: DEFAULT_DAYS }) : formatDays(first, last)}
    </a>
  );
}

/** Why there is nothing to show: the period has no answer, or there has never been one. */
export function NoAnswers() {
  useEffect(() => {
    void loadNewest();
  }, []);
  const known = newest.value;
  if (known === 'asking') return <Bones />;
  if (known === 'never') return <FirstAnswer />;
  const text =
    known === 'unknown'
      ? t('period.empty-hint')
      : t('period.empty-newest', { when: formatDate(known.at, new Date(now.value)) });
  return (
    <Empty title={t('period.empty')} text={text}>
      {known === 'unknown' ? null : <WayOut at={known.at} />}
    </Empty>
  );
}
