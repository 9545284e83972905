import { formatAgo } from '../format/ago.ts';
import { formatDateTime } from '../format/date.ts';
import { now } from '../models/clock.ts';

interface AgoProps {
  at: string;
  class?: string;
}

/** How long ago, growing old by itself; the full time on hover. */
export function Ago({ at, class: name }: AgoProps) {
  return (
    <time class={name} dateTime={at} title={formatDateTime(at)}>
      {formatAgo(at, now.value)}
    </time>
  );
}
