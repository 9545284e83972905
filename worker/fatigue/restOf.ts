import type { Settings } from '../../contract/workspace.ts';
import type { Asking } from './asking.ts';

const DAY = 86_400_000;

/** Why and how long a person is to be left alone. */
export interface Rest {
  reason: 'never' | 'period' | 'cooldown' | 'cap';
  survey: number;
  display: number;
  since: number;
  /** Null: for good. */
  until: number | null;
}

/** What a person's rest depends on. */
export interface Past {
  /** When they withdrew their consent to being asked, if they did. */
  withdrawn: number | null;
  /** Any order. */
  askings: readonly Asking[];
  /** "Don't ask me again", whenever it was. */
  never: Pick<Asking, 'survey' | 'display' | 'at'> | null;
}

/** How far back askings matter, in milliseconds: the longest of a survey's period, the cool-down and the cap's days. */
export function memoryOf({ cooldown, cap }: Settings['fatigue'], periods: readonly number[]): number {
  // A day more: what was shown again within a day began before.
  return (Math.max(cooldown, cap?.days ?? 0, ...periods) + 1) * DAY;
}

/**
 * Whether a person rests from a survey: a clock per survey, a cool-down after a dismissal of any, and a cap over all of
 * them. Of several reasons the one that lasts longest; null when none holds.
 *
 * @param survey its number, and the days before the same person is asked it again
 */
export function restOf(
  survey: { number: number; period: number },
  past: Past,
  fatigue: Settings['fatigue'],
  now: number,
): Rest | null {
  if (past.never) {
    const { survey, display, at } = past.never;
    return { reason: 'never', survey, display, since: at, until: null };
  }
  const latest = (which: (asking: Asking) => boolean) =>
    past.askings.filter(which).reduce<Asking | null>((a, b) => (a && a.at >= b.at ? a : b), null);
  const rests: Rest[] = [];
  const rest = (
    reason: Rest['reason'],
    asking: Asking | null | undefined,
    from: Asking | null | undefined,
    days: number,
  ) => {
    if (!asking || !from) return;
    const until = from.at + days * DAY;
    if (until <= now) return;
    rests.push({ reason, survey: asking.survey, display: asking.display, since: asking.at, until });
  };
  const same = latest((asking) => asking.survey === survey.number);
  rest('period', same, same, survey.period);
  const dismissed = latest(({ outcome }) => outcome === 'dismissed' || outcome === 'never');
  rest('cooldown', dismissed, dismissed, fatigue.cooldown);
  if (fatigue.cap) {
    const interruptions = interruptionsIn(past.askings);
    // There is room again as soon as the last that counts is old enough.
    rest('cap', interruptions[0], interruptions[fatigue.cap.surveys - 1], fatigue.cap.days);
  }
  return rests.reduce<Rest | null>((a, b) => (a && (a.until ?? 0) >= (b.until ?? 0) ? a : b), null);
}

/** How often somebody was interrupted, newest first. The same survey again within a day, unanswered, is one asking. */
function interruptionsIn(askings: readonly Asking[]): Asking[] {
  const begun = new Map<number, number>();
  const found: Asking[] = [];
  for (const asking of askings.filter(({ unbidden }) => !unbidden).sort((a, b) => a.at - b.at)) {
    if (asking.at - (begun.get(asking.survey) ?? Number.NEGATIVE_INFINITY) < DAY) continue;
    begun.set(asking.survey, asking.at);
    found.unshift(asking);
  }
  return found;
}
