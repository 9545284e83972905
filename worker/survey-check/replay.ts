/** One survey shown to one person. */
export interface Moment {
  at: number;
  /** A contact where one is known, else a visitor; a name of its own when neither is. */
  person: string;
  /** What is known of the contact; null for strangers. */
  attributes: Readonly<Record<string, unknown>> | null;
  /** Whether they are in one of the segments it is for; true when it is for none. */
  inSegments: boolean;
  /** Whether the survey in question would have been due then. If not, another one was shown. */
  due: boolean;
  dismissed: boolean;
  /** "Don't ask me again." */
  never: boolean;
}

export interface AskingPolicy {
  /** Days before the same person is asked this survey again. */
  period: number;
  /** Days without any survey after one was dismissed. */
  cooldown: number;
  cap: { surveys: number; days: number } | null;
  /** The share asked, up to 1. */
  sample: number;
  attributes: readonly { name: string; is: readonly string[] }[];
  /** Before each person's name, so that every survey has another sample. */
  salt: string;
}

export interface Replayed {
  moments: number;
  asked: number;
  resting: number;
  outside: number;
  unsampled: number;
}

const DAY = 86_400_000;

interface Memory {
  /** When this survey would have been asked. */
  asked: number | null;
  dismissed: number | null;
  never: boolean;
  /** When any survey was shown. */
  shown: number[];
}

/**
 * Who would have been asked at these moments, in the order they came. Nothing before the first is known, and whoever would
 * have been asked is taken to have dismissed it if they dismissed what they were shown.
 */
export function replay(moments: readonly Moment[], policy: AskingPolicy): Replayed {
  const people = new Map<string, Memory>();
  const counts: Replayed = { moments: 0, asked: 0, resting: 0, outside: 0, unsampled: 0 };
  for (const moment of [...moments].sort((a, b) => a.at - b.at)) {
    const memory = people.get(moment.person) ?? { asked: null, dismissed: null, never: false, shown: [] };
    people.set(moment.person, memory);
    if (moment.due) {
      const end = endOf(moment, memory, policy);
      counts.moments++;
      counts[end]++;
      if (end !== 'asked') continue;
      memory.asked = moment.at;
      memory.never ||= moment.never;
    }
    memory.shown.push(moment.at);
    if (moment.dismissed || moment.never) memory.dismissed = moment.at;
  }
  return counts;
}

function endOf(moment: Moment, memory: Memory, policy: AskingPolicy): Exclude<keyof Replayed, 'moments'> {
  if (!isMeant(moment, policy)) return 'outside';
  if (policy.sample < 1 && share(`${policy.salt}:${moment.person}`) >= policy.sample) return 'unsampled';
  return isResting(moment.at, memory, policy) ? 'resting' : 'asked';
}

function isMeant({ attributes, inSegments }: Moment, policy: AskingPolicy): boolean {
  if (!inSegments) return false;
  return policy.attributes.every(({ name, is }) => {
    const value = attributes?.[name];
    return value !== undefined && value !== null && is.includes(String(value));
  });
}

function isResting(at: number, memory: Memory, { period, cooldown, cap }: AskingPolicy): boolean {
  if (memory.never) return true;
  if (memory.asked !== null && at - memory.asked < period * DAY) return true;
  if (memory.dismissed !== null && at - memory.dismissed < cooldown * DAY) return true;
  return cap !== null && memory.shown.filter((shown) => at - shown < cap.days * DAY).length >= cap.surveys;
}

/** Where a name falls between 0 and 1, always the same: 32 bits of FNV-1a, mixed so that near names lie far apart. */
function share(name: string): number {
  let hash = 0x811c9dc5;
  for (const sign of name) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
