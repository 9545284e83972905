import { frameName } from '../../../widget/frame/frames.ts';
import { ar } from './ar.ts';
import { az } from './az.ts';
import { bg } from './bg.ts';
import { ckb } from './ckb.ts';
import { cs } from './cs.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { fi } from './fi.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { hi } from './hi.ts';
import { hr } from './hr.ts';
import { hu } from './hu.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { lt } from './lt.ts';
import { nb } from './nb.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ptPT } from './pt-PT.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import { sk } from './sk.ts';
import { sv } from './sv.ts';
import { th } from './th.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { ur } from './ur.ts';
import { vi } from './vi.ts';
import type { HostedWords } from './words.ts';
import { zhHans } from './zh-Hans.ts';
import { zhHant } from './zh-Hant.ts';

/** By the names of the survey's frames: who speaks one speaks the other. */
const WORDS: Readonly<Record<string, HostedWords>> = {
  ar,
  az,
  bg,
  ckb,
  cs,
  da,
  de,
  el,
  en,
  es,
  fa,
  fi,
  fr,
  he,
  hi,
  hr,
  hu,
  id,
  it,
  ja,
  ko,
  lt,
  nb,
  nl,
  pl,
  pt,
  'pt-PT': ptPT,
  ro,
  ru,
  sk,
  sv,
  th,
  tr,
  uk,
  ur,
  vi,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
};

/** Languages these words are written in; the first is for whoever reads none of them. */
export const HOSTED_LOCALES: readonly string[] = ['en', ...Object.keys(WORDS).filter((name) => name !== 'en')];

/** The words for a language tag, as its frame is chosen. */
export function hostedWords(tag: string): HostedWords {
  return WORDS[frameName(tag)] ?? en;
}
