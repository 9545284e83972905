import { Fragment } from 'preact';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { formatDate, formatMonthHead, sameDay } from '../../format/date.ts';
import { t } from '../../messages/translate.ts';
import { now } from '../../models/clock.ts';
import { chooseTab, hasMore, loadOlder, loadTimeline, TABS, tab, timeline } from '../../models/person.ts';
import { TimelineEvent } from './TimelineEvent.tsx';

const NAMES = {
  all: 'person.all',
  response: 'person.answers',
  display: 'person.displays',
  event: 'person.happened',
} as const;
const DAY = 86_400_000;

/** What the events of a time stand under: today and yesterday by name, then months. */
function headOf(at: string): string {
  const today = new Date(now.value);
  if (sameDay(at, today)) return t('person.today', { date: formatDate(at, today) });
  if (sameDay(at, new Date(now.value - DAY))) return t('person.yesterday', { date: formatDate(at, today) });
  return formatMonthHead(at, today);
}

function Events() {
  const events = timeline.data.value;
  if (timeline.error.value) return <Broken error={timeline.error.value} onRetry={loadTimeline} />;
  if (!events) return <Bones rows={4} />;
  if (events.length === 0) return <p class="faint state">{t('person.events-none')}</p>;
  return (
    <>
      <ol class="timeline">
        {events.map((event, index) => {
          const head = headOf(event.at);
          const before = events[index - 1];
          const fresh = !before || headOf(before.at) !== head;
          return (
            <Fragment key={`${event.kind} ${event.at} ${index}`}>
              {fresh && <li class="timeline-head">{head}</li>}
              <TimelineEvent event={event} />
            </Fragment>
          );
        })}
      </ol>
      {hasMore.value && (
        <p class="row">
          <button type="button" class="button" data-kind="quiet" onClick={loadOlder}>
            {t('person.older')}
          </button>
        </p>
      )}
    </>
  );
}

/** What happened with a person, newest first. */
export function Timeline() {
  return (
    <section>
      <Tabs
        label={t('person.timeline')}
        value={tab.value}
        choices={TABS.map((value) => ({ value, text: t(NAMES[value]) }))}
        onChoose={chooseTab}
      >
        <Events />
      </Tabs>
    </section>
  );
}
