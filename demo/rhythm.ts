import { between, chooser, type Random } from './random.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How far back the demonstration goes. */
const SPAN = 90 * DAY;

/** Iran has been at +03:30 all year round since 2022. */
const TEHRAN = 3.5 * HOUR;

/** Sunday first, as JavaScript counts: Thursday is half a working day, Friday none. */
const WEEK = [1.05, 1.1, 1.06, 1, 0.72, 0.38, 1];

const HOURS = [
  0.6, 0.3, 0.2, 0.1, 0.1, 0.2, 0.6, 1.8, 4.2, 6.4, 7.4, 7.2, 6, 5.2, 5.6, 6.2, 5.8, 4.6, 3.8, 3.6, 3.8, 3.4, 2.4, 1.3,
];

/**
 * A maker of times in the ninety days before `now`, dense where people in Tehran are at work, a little denser lately
 * since the shop grows.
 */
export function rhythm(now: number, random: Random): () => number {
  const start = now - SPAN;
  const firstDay = Math.floor((start + TEHRAN) / DAY);
  const lastDay = Math.floor((now + TEHRAN) / DAY);
  const days: (readonly [number, number])[] = [];
  for (let day = firstDay; day <= lastDay; day += 1) {
    // 1970 began on a Thursday.
    const weekday = (day + 4) % 7;
    days.push([day, (WEEK[weekday] ?? 1) * (1 + (0.25 * (day - firstDay)) / (lastDay - firstDay))]);
  }
  const drawDay = chooser(days);
  const drawHour = chooser(HOURS.map((weight, hour) => [hour, weight] as const));
  return () => {
    for (;;) {
      const at = drawDay(random) * DAY + drawHour(random) * HOUR + between(random, 0, HOUR - 1) - TEHRAN;
      // Room for a quarter of an hour between being asked and answering.
      if (at > start + HOUR / 4 && at < now - 60_000) return at;
    }
  };
}
