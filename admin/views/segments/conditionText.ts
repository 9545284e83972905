import type { DayRange, SegmentCondition } from '../../../contract/segment.ts';
import { formatDay } from '../../format/date.ts';
import { listGlue } from '../../format/listGlue.ts';
import { purposeName } from '../../format/purpose.ts';
import { sourceName } from '../../format/source.ts';
import { stageText } from '../../format/stage.ts';
import { systemName } from '../../format/system.ts';
import { t } from '../../messages/translate.ts';
import { surveyName, touchpointName } from '../../models/reference.ts';
import { regional } from '../../models/regional.ts';
import { attributeName } from './attributeName.ts';

/** A condition in words: what it is about, and what must be so, as parts that a line is made of. */
export function conditionText(condition: SegmentCondition): { about: string; parts: string[] } {
  switch (condition.by) {
    case 'text':
      return {
        about: attributeName(condition.name),
        parts: [
          wordsText(condition.name === 'stage' ? { ...condition, words: condition.words.map(stageText) } : condition),
        ],
      };
    case 'company':
      return { about: t('segments.by-company'), parts: [wordsText(condition)] };
    case 'number':
      return { about: attributeName(condition.name), parts: [rangeText(condition)] };
    case 'date':
      return { about: attributeName(condition.name), parts: dayText(condition.range) };
    case 'added':
      return { about: t('segments.by-added'), parts: dayText(condition.range) };
    case 'identifier': {
      const { kind, system, has } = condition;
      const name = kind === 'external' && system ? systemName(system) : t(`segments.${kind}`);
      const what = kind === 'external' && !system ? `${name} ${t('segments.any-system')}` : name;
      return { about: t('segments.by-identifier'), parts: [has ? what : t('segments.is-not', { value: what })] };
    }
    case 'source': {
      const what = condition.words.map(sourceName).join(listGlue());
      return { about: t('segments.by-source'), parts: [condition.has ? what : t('segments.is-not', { value: what })] };
    }
    case 'did': {
      const { what, event, from, to } = condition;
      const times = from === undefined && to === undefined ? rangeText({ from: 1 }) : rangeText(condition);
      const about =
        what === 'event' && event !== undefined ? `${t('segments.what-event')} ${event}` : t(`segments.what-${what}`);
      return { about, parts: [times, ...whereText(condition)] };
    }
    case 'score':
      return {
        about: [t(`metric.${condition.metric}`), t(`segments.of-${condition.of}`)].join(listGlue()),
        parts: [rangeText(condition), ...whereText(condition)],
      };
    case 'never':
      return { about: t('segments.by-never'), parts: [t(condition.is ? 'segments.never-yes' : 'segments.never-no')] };
    case 'consent':
      return {
        about: `${t('segments.by-consent')}: ${purposeName(condition.purpose)}`,
        parts: [t(condition.is ? 'segments.consents' : 'segments.consents-not')],
      };
  }
}

function wordsText({
  is,
  words,
}: {
  is: 'one-of' | 'none-of' | 'known' | 'unknown';
  words: readonly string[];
}): string {
  if (is === 'known' || is === 'unknown') return t(`segments.word-${is}`);
  const list = words.join(listGlue());
  return is === 'one-of' ? list : t('segments.is-not', { value: list });
}

/** A range of numbers in words. */
export function rangeText({ from, to }: { from?: number | undefined; to?: number | undefined }): string {
  const write = (value: number) => new Intl.NumberFormat(regional.value.numbers).format(value);
  if (from === undefined && to === undefined) return t('segments.anything');
  if (to === undefined) return t('segments.at-least', { n: write(from ?? 0) });
  if (from === undefined) return t('segments.at-most', { n: write(to) });
  return from === to ? write(from) : t('segments.from-to', { from: write(from), to: write(to) });
}

function dayText(range: DayRange): string[] {
  if (range.in === 'between') {
    if (range.from && range.to)
      return [t('segments.from-to', { from: formatDay(range.from), to: formatDay(range.to) })];
    if (range.from) return [t('segments.since-day', { day: formatDay(range.from) })];
    return [range.to ? t('segments.until-day', { day: formatDay(range.to) }) : t('segments.anything')];
  }
  const within = t(range.in === 'next' ? 'segments.next-days' : 'segments.last-days', { n: range.days });
  return range.yearly ? [within, t('segments.any-year')] : [within];
}

function whereText({
  touchpoint,
  survey,
  days,
}: {
  touchpoint?: string | undefined;
  survey?: string | undefined;
  days?: number | undefined;
}): string[] {
  return [
    ...(touchpoint === undefined ? [] : [touchpointName(touchpoint)]),
    ...(survey === undefined ? [] : [surveyName(survey)]),
    ...(days === undefined ? [] : [t('segments.last-days', { n: days })]),
  ];
}
