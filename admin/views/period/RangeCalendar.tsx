import {
  type CalendarDate,
  GregorianCalendar,
  getWeeksInMonth,
  PersianCalendar,
  parseDate,
  startOfMonth,
  startOfWeek,
  toCalendar,
} from '@internationalized/date';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/Icon.tsx';
import { formatDays, formatParts } from '../../format/date.ts';
import { formatNumber } from '../../format/number.ts';
import { t } from '../../messages/translate.ts';
import { navigate } from '../../models/location.ts';
import { period, rangeHref, today } from '../../models/period.ts';
import { regional } from '../../models/regional.ts';
import './period.css';

export interface RangeCalendarProps {
  /** Called once a range was chosen. */
  onDone: () => void;
}

/** Where an arrow or page key leads from a day; null for keys that mean nothing here. */
function moved(date: CalendarDate, key: string, rightToLeft: boolean): CalendarDate | null {
  const forward = rightToLeft ? -1 : 1;
  if (key === 'ArrowRight') return date.add({ days: forward });
  if (key === 'ArrowLeft') return date.add({ days: -forward });
  if (key === 'ArrowDown') return date.add({ weeks: 1 });
  if (key === 'ArrowUp') return date.add({ weeks: -1 });
  if (key === 'PageDown') return date.add({ months: 1 });
  if (key === 'PageUp') return date.add({ months: -1 });
  return null;
}

function isoOf(date: CalendarDate): string {
  return toCalendar(date, new GregorianCalendar()).toString();
}

/** A month of the workspace's calendar (Gregorian or Jalali) in which two presses choose a range of days. */
export function RangeCalendar({ onDone }: RangeCalendarProps) {
  const { calendar, weeks: region, direction } = regional.value;
  const system = calendar === 'persian' ? new PersianCalendar() : new GregorianCalendar();
  const focused = useSignal(toCalendar(parseDate(period.value.to), system));
  const first = useSignal<CalendarDate | null>(null);
  const grid = useRef<HTMLTableElement>(null);
  const followFocus = useRef(false);

  const at = focused.value;
  const month = startOfMonth(at);
  const start = startOfWeek(month, region);
  const weeks = getWeeksInMonth(month, region);
  const label = (date: CalendarDate, options: Intl.DateTimeFormatOptions) =>
    formatParts(date.toDate('UTC'), { timeZone: 'UTC', ...options });

  const iso = isoOf(at);
  useEffect(() => {
    if (followFocus.current) grid.current?.querySelector<HTMLButtonElement>(`[data-day="${iso}"]`)?.focus();
    followFocus.current = false;
  }, [iso]);

  const choose = (date: CalendarDate) => {
    focused.value = date;
    if (!first.value) {
      first.value = date;
      return;
    }
    const [from, to] = [isoOf(first.value), isoOf(date)].sort();
    if (from && to) navigate(rangeHref(from, to));
    onDone();
  };
  const within = (day: string) => {
    const { from, to } = period.value;
    if (!first.value) return day >= from && day <= to;
    const [low = '', high = ''] = [isoOf(first.value), iso].sort();
    return day >= low && day <= high;
  };

  return (
    <div class="calendar">
      <div class="calendar-head">
        <button
          type="button"
          class="button"
          data-kind="quiet"
          data-shape="square"
          data-size="small"
          aria-label={t('calendar.previous')}
          onClick={() => {
            focused.value = at.subtract({ months: 1 });
          }}
        >
          <Icon name="chevron-left" />
        </button>
        <span class="strong" aria-live="polite">
          {/* Put together here: some languages' pattern for the two puts the year first. */}
          {`${label(month, { month: 'long' })} ${label(month, { year: 'numeric' })}`}
        </span>
        <button
          type="button"
          class="button"
          data-kind="quiet"
          data-shape="square"
          data-size="small"
          aria-label={t('calendar.next')}
          onClick={() => {
            focused.value = at.add({ months: 1 });
          }}
        >
          <Icon name="chevron-right" />
        </button>
      </div>
      <table class="calendar-grid" ref={grid} aria-label={t('period.custom')}>
        <thead>
          <tr>
            {Array.from({ length: 7 }, (_, column) => start.add({ days: column })).map((date) => (
              <th key={isoOf(date)} scope="col" abbr={label(date, { weekday: 'long' })}>
                {label(date, { weekday: 'narrow' })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: weeks }, (_, week) => start.add({ weeks: week })).map((opening) => (
            <tr key={isoOf(opening)}>
              {Array.from({ length: 7 }, (_, column) => opening.add({ days: column })).map((date) => {
                const day = isoOf(date);
                return (
                  <td key={day}>
                    <button
                      type="button"
                      class="calendar-day"
                      data-day={day}
                      data-outside={date.month === month.month ? undefined : ''}
                      data-within={within(day) ? '' : undefined}
                      aria-pressed={within(day)}
                      aria-label={label(date, { dateStyle: 'full' })}
                      disabled={day > today.value}
                      tabIndex={day === iso ? 0 : -1}
                      onClick={() => choose(date)}
                      onKeyDown={(event) => {
                        const next = moved(date, event.key, direction === 'rtl');
                        if (!next) return;
                        event.preventDefault();
                        followFocus.current = true;
                        if (isoOf(next) <= today.value) focused.value = next;
                      }}
                    >
                      {formatNumber(date.day)}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="faint small" role="status">
        {first.value ? t('period.end') : `${t('period.start')} · ${formatDays(period.value.from, period.value.to)}`}
      </p>
    </div>
  );
}
