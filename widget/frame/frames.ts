import { en } from './en.ts';
import { fa } from './fa.ts';
import type { Frame } from './frame.ts';
import { pl } from './pl.ts';

/** The frame's words by language tag. */
export const frames: ReadonlyMap<string, Frame> = new Map(Object.entries({ en, fa, pl }));

/** The frame for a language, falling back through the language without its region to English. */
export function frameOf(locale: string): Frame {
  return frames.get(locale) ?? frames.get(locale.split('-', 1)[0] ?? '') ?? en;
}
