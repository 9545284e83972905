import { formatAgo, formatAgoLong } from '../format/ago.ts';
import { formatDateTime } from '../format/date.ts';
import { now } from '../models/clock.ts';
import { regional } from '../models/regional.ts';

interface AgoProps {
  at: string;
  class?: string;
  /** As a part of a sentence: `7 minutes ago`, and not `7 min`. */
  long?: boolean;
}

/** How long ago, growing old by itself; the full time on hover. */
export function Ago({ at, class: name, long }: AgoProps) {
  return (
    <time class={name} dateTime={at} title={formatDateTime(at)}>
      {long ? formatAgoLong(at, now.value, regional.value.numbers) : formatAgo(at, now.value)}
    </time>
  );
}
