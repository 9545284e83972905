import type { Locale } from '../../contract/locale.ts';
import { isTrait } from '../../contract/traits.ts';
import { WORDS, type Word } from './words.ts';

/** Products as they spell themselves. */
const SYSTEMS: Readonly<Record<string, string>> = {
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  delighted: 'Delighted',
  typeform: 'Typeform',
  surveymonkey: 'SurveyMonkey',
  qualtrics: 'Qualtrics',
  chatwoot: 'Chatwoot',
  vcard: 'vCard',
  csv: 'CSV',
};

/** What the records call things, in the words, figures and dates of one language. */
export interface Said {
  word(word: Word, values?: Record<string, string>): string;
  /** A code of the product by the words for it, such as `outcome` and `shown`; codes without words as they are. */
  code(kind: string, code: string): string;
  /** Whose ids they are. */
  system(id: string): string;
  /** Where something came from: `import:hubspot` in words. */
  source(source: string): string;
  /** What an attribute is called. */
  attribute(name: string): string;
  /** An attribute's value: days as days, numbers as numbers, codes in words. */
  value(known: unknown, name?: string): string;
  number(n: number): string;
  time(at: string): string;
}

/** @param timeZone the workspace's */
export function said(locale: Locale, timeZone: string): Said {
  const words: Readonly<Record<string, string>> = WORDS[locale];
  const dates = locale === 'fa' ? 'fa-IR-u-ca-persian' : locale;
  const times = new Intl.DateTimeFormat(dates, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const days = new Intl.DateTimeFormat(dates, { dateStyle: 'medium', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(locale === 'fa' ? 'fa-IR' : locale);
  const lists = new Intl.ListFormat(locale, { type: 'unit', style: 'short' });

  const word: Said['word'] = (name, values = {}) =>
    WORDS[locale][name].replace(/\{(\w+)\}/g, (_, blank: string) => values[blank] ?? '');
  const code: Said['code'] = (kind, known) => {
    const name = `${kind}.${known.toLowerCase()}`;
    return Object.hasOwn(words, name) ? (words[name] ?? known) : known;
  };
  const system: Said['system'] = (id) => (Object.hasOwn(SYSTEMS, id) ? (SYSTEMS[id] ?? id) : id);
  const source: Said['source'] = (known) => {
    const [kind = '', from] = known.split(':', 2);
    if (kind === 'import' && from !== undefined) return word('source.import-of', { system: system(from) });
    if (kind === 'connector' && from !== undefined) return word('source.connector', { system: system(from) });
    return code('source', kind) === kind ? known : code('source', kind);
  };
  const attribute: Said['attribute'] = (name) => code('trait', name);
  const value: Said['value'] = (known, name = '') => {
    if (typeof known === 'boolean') return word(known ? 'yes' : 'no');
    if (typeof known === 'number') return numbers.format(known);
    if (Array.isArray(known)) return lists.format(known.map((one) => value(one)));
    if (known && typeof known === 'object') {
      return lists.format(Object.entries(known).map(([part, one]) => `${code('part', part)}: ${value(one, part)}`));
    }
    const text = known === null || known === undefined ? '' : String(known);
    if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return days.format(new Date(text));
    if (name === 'country' && /^[A-Z]{2}$/.test(text)) return displayed(locale, 'region', text);
    if (name === 'language' && /^[a-z]{2,3}(-[A-Za-z]+)*$/.test(text)) return displayed(locale, 'language', text);
    return isTrait(name) ? code(name, text) : text;
  };
  return {
    word,
    code,
    system,
    source,
    attribute,
    value,
    number: (n) => numbers.format(n),
    time: (at) => times.format(new Date(at)),
  };
}

/** What a language calls a country or another language. */
function displayed(locale: Locale, type: 'region' | 'language', code: string): string {
  return new Intl.DisplayNames([locale], { type, fallback: 'code' }).of(code) ?? code;
}
