import { signal } from '@preact/signals';
import * as api from '../api.ts';
import { addDays } from '../format/day.ts';
import { onLive } from './live.ts';
import { today } from './period.ts';

/** How many responses came in during the last 90 days; null until known. */
export const total = signal<number | null>(null);

const DAYS = 90;

/** Counts, and counts on as answers arrive; returns how to stop. */
export function followTotal(): () => void {
  const read = async () => {
    try {
      const counts = await api.countResponses({ from: addDays(today.value, 1 - DAYS), to: today.value });
      total.value = counts.total;
    } catch (error) {
      // A count in the margin is not worth an alarm.
      if (!(error instanceof api.ApiError)) throw error;
    }
  };
  void read();
  return onLive((message) => {
    if (message.type === 'response.created' && total.value !== null) total.value += 1;
  });
}
