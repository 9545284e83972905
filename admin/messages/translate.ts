import { signal } from '@preact/signals';
import type { Locale } from '../../contract/locale.ts';
import { regional } from '../models/regional.ts';
import type { en as connections } from './connections/en.ts';
import { en } from './en.ts';
import type { en as feedback } from './feedback/en.ts';
import type { en as identity } from './identity/en.ts';
import type { en as imports } from './imports/en.ts';
import type { en as keys } from './keys/en.ts';
import type { en as privacy } from './privacy/en.ts';
import type { en as segments } from './segments/en.ts';
import type { en as surveys } from './surveys/en.ts';

type English = typeof en &
  typeof connections &
  typeof feedback &
  typeof identity &
  typeof imports &
  typeof keys &
  typeof privacy &
  typeof segments &
  typeof surveys;
/** The name of a text. */
export type Key = keyof English;
type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** A catalogue in another language: the same names as in English, plurals by the language's own rules. */
export type Translated<Source> = { readonly [K in keyof Source]: Source[K] extends string ? string : Plural };
/** The texts that every screen has. */
export type Catalogue = Translated<typeof en>;

type Source<K extends Key> = English[K] extends string
  ? English[K]
  : English[K] extends { other: infer Other extends string }
    ? Other
    : never;
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type IsPlural<K extends Key> = English[K] extends string ? never : 'n';
/** What a text needs filled in. */
export type Params<K extends Key, Value> = {
  [Name in Names<Source<K>> | IsPlural<K>]: Name extends IsPlural<K> ? number : Value;
};
/** The texts that need nothing filled in. */
export type PlainKey = { [K in Key]: [Names<Source<K>> | IsPlural<K>] extends [never] ? K : never }[Key];
type Arguments<K extends Key> = [Names<Source<K>> | IsPlural<K>] extends [never]
  ? []
  : [params: Params<K, string | number>];

const catalogue = signal<Partial<Record<Key, string | Plural>>>(en);

type Loaders<Texts> = Record<Locale, () => Promise<Texts>>;

const LOADERS: Loaders<Catalogue> = {
  en: () => Promise.resolve(en),
  fa: async () => (await import('./fa.ts')).fa,
  pl: async () => (await import('./pl.ts')).pl,
};

/** Texts of screens that few open, fetched with them. */
const AREAS = {
  connections: {
    en: async () => (await import('./connections/en.ts')).en,
    fa: async () => (await import('./connections/fa.ts')).fa,
    pl: async () => (await import('./connections/pl.ts')).pl,
  } satisfies Loaders<Translated<typeof connections>>,
  feedback: {
    en: async () => (await import('./feedback/en.ts')).en,
    fa: async () => (await import('./feedback/fa.ts')).fa,
    pl: async () => (await import('./feedback/pl.ts')).pl,
  } satisfies Loaders<Translated<typeof feedback>>,
  identity: {
    en: async () => (await import('./identity/en.ts')).en,
    fa: async () => (await import('./identity/fa.ts')).fa,
    pl: async () => (await import('./identity/pl.ts')).pl,
  } satisfies Loaders<Translated<typeof identity>>,
  imports: {
    en: async () => (await import('./imports/en.ts')).en,
    fa: async () => (await import('./imports/fa.ts')).fa,
    pl: async () => (await import('./imports/pl.ts')).pl,
  } satisfies Loaders<Translated<typeof imports>>,
  keys: {
    en: async () => (await import('./keys/en.ts')).en,
    fa: async () => (await import('./keys/fa.ts')).fa,
    pl: async () => (await import('./keys/pl.ts')).pl,
  } satisfies Loaders<Translated<typeof keys>>,
  segments: {
    en: async () => (await import('./segments/en.ts')).en,
    fa: async () => (await import('./segments/fa.ts')).fa,
    pl: async () => (await import('./segments/pl.ts')).pl,
  } satisfies Loaders<Translated<typeof segments>>,
  privacy: {
    en: async () => (await import('./privacy/en.ts')).en,
    fa: async () => (await import('./privacy/fa.ts')).fa,
    pl: async () => (await import('./privacy/pl.ts')).pl,
  } satisfies Loaders<Translated<typeof privacy>>,
  surveys: {
    en: async () => (await import('./surveys/en.ts')).en,
    fa: async () => (await import('./surveys/fa.ts')).fa,
    pl: async () => (await import('./surveys/pl.ts')).pl,
  } satisfies Loaders<Translated<typeof surveys>>,
};
export type Area = keyof typeof AREAS;

let language: Locale = 'en';
const areas = new Set<Area>();

/** Fetches a language's texts; until then, the ones shown stay. */
export async function loadCatalogue(locale: Locale): Promise<void> {
  language = locale;
  const wanted = [...areas];
  const parts = await Promise.all([LOADERS[locale](), ...wanted.map((area) => AREAS[area][locale]())]);
  // Another language may have been chosen meanwhile.
  if (language !== locale) return;
  // Or another area asked for, whose texts would be lost under these.
  if (areas.size > wanted.length) return loadCatalogue(locale);
  catalogue.value = Object.assign({}, ...parts);
}

let loading: Promise<void> | undefined;

/** Fetches the texts of an area, from now on with every language. */
export async function loadArea(area: Area): Promise<void> {
  if (!areas.has(area)) {
    areas.add(area);
    loading = loadCatalogue(language);
  }
  // Asked for before, it may still be on its way.
  await loading;
}

/** The text with its plural form chosen and nothing filled in yet. */
export function pattern(key: Key, n?: number): string {
  const entry = catalogue.value[key] ?? key;
  if (typeof entry === 'string') return entry;
  const rule = new Intl.PluralRules(regional.value.numbers).select(n ?? 0);
  return entry[rule] ?? entry.other;
}

const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}/u;
const LEFT_TO_RIGHT = /\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}/u;

/** Keeps a name of the other direction together inside a sentence: FSI and PDI of the Unicode Bidirectional Algorithm (UAX #9). */
function isolate(value: string): string {
  const foreign = regional.value.direction === 'rtl' ? LEFT_TO_RIGHT : RIGHT_TO_LEFT;
  return foreign.test(value) ? `\u2068${value}\u2069` : value;
}

/** The text in the language of the screen; numbers are written in its digits. */
export function t<K extends Key>(key: K, ...rest: Arguments<K>): string {
  const params: Partial<Record<string, string | number>> = rest[0] ?? {};
  const n = params['n'];
  const numbers = new Intl.NumberFormat(regional.value.numbers);
  return pattern(key, typeof n === 'number' ? n : undefined).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? '';
    return typeof value === 'number' ? numbers.format(value) : isolate(value);
  });
}
