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
import type { Frame } from './frame.ts';
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
import { zhHans } from './zh-Hans.ts';
import { zhHant } from './zh-Hant.ts';

/** The frame's words by language tag. */
export const frames: Readonly<Record<string, Frame>> = {
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

/** Languages whose readers are at home in another's frame. */
const READ_AS: Readonly<Record<string, string>> = {
  no: 'nb',
  nn: 'nb',
  zh: 'zh-Hans',
  'ku-Arab': 'ckb',
  yue: 'zh-Hant',
};

/**
 * The frame for a language tag: of its region or its script if there is one (`pt-PT`, and `zh-TW` is in the script
 * `Hant`), else of its language, else in English.
 */
export function frameOf(tag: string): Frame {
  return frames[frameName(tag)] ?? en;
}

/** Under which name `frames` has the frame for a language tag. */
export function frameName(tag: string): string {
  for (const name of namesOf(tag)) {
    const known = READ_AS[name] ?? name;
    if (Object.hasOwn(frames, known)) return known;
  }
  return 'en';
}

/** From the closest to the most general, with retired codes (`iw`, `in`) as the ones in use. */
function namesOf(tag: string): string[] {
  try {
    const { language, script, region } = new Intl.Locale(tag).maximize();
    return [`${language}-${region}`, `${language}-${script}`, language];
  } catch (error) {
    // Not a language tag at all.
    if (error instanceof RangeError) return [];
    throw error;
  }
}
