import type { Locale } from '../contract/locale.ts';
import type { CommentBank, TouchpointId, Voices } from './comments/bank.ts';
import { en } from './comments/en.ts';
import { fa } from './comments/fa.ts';
import { pl } from './comments/pl.ts';
import { pick, type Random } from './random.ts';

/** What visitors of the demonstration write, by language. */
export const banks: Record<Locale, CommentBank> = { en, fa, pl };

/** The mood a CSAT score speaks of. */
function moodOf(score: number): keyof Voices {
  if (score >= 4) return 'good';
  return score === 3 ? 'mixed' : 'poor';
}

/** How many say why: those with something to complain of, more often. About 45% in all. */
const TALKATIVE: Record<keyof Voices, number> = { good: 0.4, mixed: 0.55, poor: 0.66 };

/** Why somebody gave this score, in their language; null where they do not say. */
export type Commenter = (locale: Locale, touchpoint: TouchpointId, score: number) => string | null;

/** A maker of comments that says everything it knows of a place before it says something again. */
export function commenter(random: Random): Commenter {
  const unsaid = new Map<string, string[]>();
  return (locale, touchpoint, score) => {
    const mood = moodOf(score);
    if (random() >= TALKATIVE[mood]) return null;
    const bank = banks[locale];
    const key = `${locale} ${touchpoint} ${mood}`;
    const left = unsaid.get(key) ?? [];
    if (left.length === 0) left.push(...bank.about[touchpoint][mood]);
    const [reason = ''] = left.splice(Math.floor(random() * left.length), 1);
    unsaid.set(key, left);
    return random() < 0.25 ? `${reason} ${pick(random, bank.closing[mood])}` : reason;
  };
}
