import type { ComponentChildren } from 'preact';
import type { TimelineItem } from '../../../contract/contact.ts';
import type { Outcome } from '../../../contract/metric.ts';
import { Answer } from '../../components/Answer.tsx';
import { Icon, type IconName } from '../../components/Icon.tsx';
import { Phrase } from '../../components/Phrase.tsx';
import { TrustMark } from '../../components/TrustMark.tsx';
import { formatDate, formatDateTime, formatTime, sameDay } from '../../format/date.ts';
import { sourceName } from '../../format/source.ts';
import { t } from '../../messages/translate.ts';
import { now } from '../../models/clock.ts';
import { surveyName, touchpointName } from '../../models/reference.ts';
import { responsesHref } from '../../models/response-filters.ts';

const DISPLAY_ICONS: Record<Outcome, IconName> = {
  shown: 'eye',
  answered: 'clipboard-list',
  abandoned: 'eye',
  dismissed: 'eye-off',
  never: 'eye-off',
};

interface EventProps {
  at: string;
  icon: IconName;
  children: ComponentChildren;
  words?: ComponentChildren;
}

function Event({ at, icon, children, words }: EventProps) {
  const today = new Date(now.value);
  return (
    <li class="event">
      <span class="event-mark">
        <Icon name={icon} size="small" />
      </span>
      <div>
        <p class="event-line">
          <span class="event-what">{children}</span>
          <time dateTime={at} title={formatDateTime(at)}>
            {sameDay(at, today) ? formatTime(at) : formatDate(at, today)}
          </time>
        </p>
        {words}
      </div>
    </li>
  );
}

function ResponseEvent({ response }: { response: Extract<TimelineItem, { kind: 'response' }>['response'] }) {
  const { id, metric, score, emotion, touchpoint, survey, trust, comment, locale, receivedAt } = response;
  return (
    <Event
      at={receivedAt}
      icon="message-square-text"
      words={
        comment && (
          <p class="event-words" lang={locale ?? undefined} dir="auto">
            {comment}
          </p>
        )
      }
    >
      <Answer metric={metric} score={score} emotion={emotion} />
      <a class="strong" href={responsesHref({ open: id })}>
        <bdi>{touchpoint ? touchpointName(touchpoint) : surveyName(survey)}</bdi>
      </a>
      <TrustMark trust={trust} word />
    </Event>
  );
}

interface TimelineEventProps {
  event: TimelineItem;
}

/** One thing that happened with a person. */
export function TimelineEvent({ event }: TimelineEventProps) {
  if (event.kind === 'response') return <ResponseEvent response={event.response} />;
  if (event.kind === 'display') {
    return (
      <Event at={event.at} icon={DISPLAY_ICONS[event.outcome]}>
        <span>
          <Phrase text={`outcome.${event.outcome}`} with={{ survey: <bdi class="strong">{event.surveyName}</bdi> }} />
        </span>
      </Event>
    );
  }
  if (event.kind === 'event') {
    const told = Object.entries(event.properties);
    return (
      <Event
        at={event.at}
        icon="send"
        words={
          told.length > 0 && (
            <p class="event-words small">
              {told.map(([name, value]) => (
                <span key={name} class="event-property">
                  <bdi class="faint">{name}</bdi> <bdi>{String(value)}</bdi>
                </span>
              ))}
            </p>
          )
        }
      >
        <bdi class="strong">{event.name}</bdi>
        <span class="faint small">{sourceName(event.source)}</span>
      </Event>
    );
  }
  if (event.kind === 'created') {
    return (
      <Event at={event.at} icon="user-round-plus">
        <span>{t('person.created', { source: sourceName(event.source) })}</span>
      </Event>
    );
  }
  const { value, source, trust } = event.identifier;
  return (
    <Event at={event.at} icon="link-2">
      <span>
        <Phrase
          text="person.identifier"
          with={{
            value: (
              <bdi class="strong" dir="ltr">
                {value}
              </bdi>
            ),
            source: sourceName(source),
          }}
        />
      </span>
      <TrustMark trust={trust} word />
    </Event>
  );
}
