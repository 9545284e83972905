import type { Locale } from '../../../contract/locale.ts';
import { en } from './en.ts';
import { fa } from './fa.ts';
import { pl } from './pl.ts';
import type { Words } from './words.ts';

export const catalogue: Record<Locale, Words> = { en, fa, pl };
