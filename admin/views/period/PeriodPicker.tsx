import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useRef } from 'preact/hooks';
import { Icon } from '../../components/Icon.tsx';
import { formatDays } from '../../format/date.ts';
import { t } from '../../messages/translate.ts';
import { type Following, followingHref, PRESETS, period } from '../../models/period.ts';
import type { RangeCalendarProps } from './RangeCalendar.tsx';

function nameOf(days: Following): string {
  if (days === 'yesterday') return t('period.yesterday');
  return days === 1 ? t('period.today') : t('period.days', { n: days });
}

interface PeriodPickerProps {
  /** Whether the days themselves stand beside the name of the period. */
  days?: boolean;
}

/** The period on screen, with a popover to choose another. The calendar is fetched when the popover opens. */
export function PeriodPicker({ days: withDays = false }: PeriodPickerProps) {
  const popover = useRef<HTMLDivElement>(null);
  const calendar = useSignal<ComponentType<RangeCalendarProps> | null>(null);
  const { from, to, days } = period.value;
  const close = () => popover.current?.hidePopover();
  const Calendar = calendar.value;
  return (
    <>
      <button type="button" class="button" popovertarget="period" title={t('period.choose')}>
        <Icon name="calendar" />
        {days === null ? formatDays(from, to) : nameOf(days)}
        {withDays && days !== null && <span class="faint period-days phone-hides">{formatDays(from, to)}</span>}
        <Icon name="chevron-down" size="small" />
      </button>
      <div
        class="menu period"
        id="period"
        popover="auto"
        data-place="below"
        ref={popover}
        onToggle={async (event) => {
          if (event.newState === 'open') {
            const { RangeCalendar } = await import('./RangeCalendar.tsx');
            calendar.value = RangeCalendar;
          } else calendar.value = null;
        }}
      >
        <div class="period-presets">
          {PRESETS.map((preset) => (
            <a
              key={preset}
              class="menu-item"
              href={followingHref(preset)}
              aria-current={days === preset ? 'true' : undefined}
              onClick={close}
            >
              {nameOf(preset)}
            </a>
          ))}
        </div>
        {Calendar && <Calendar onDone={close} />}
      </div>
    </>
  );
}
