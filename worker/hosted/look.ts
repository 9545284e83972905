import { type Look, look } from '../../contract/survey.ts';

const OURS = ['ink', 'onInk', 'surface', 'radius', 'font'] as const;

/** What of a survey's look its page takes, as the query of the sheet that wears it: the policy allows no inline style. */
export function lookQuery(worn: Look | undefined): string {
  const query = new URLSearchParams();
  for (const name of OURS) {
    const value = worn?.[name];
    if (value !== undefined) query.set(name, String(value));
  }
  return query.toString();
}

/** The sheet for such a query. Whatever is not a colour, a length or a list of font names is left out. */
export function lookSheet(query: URLSearchParams): string {
  const given = Object.fromEntries(
    OURS.flatMap((name) => {
      const value = query.get(name);
      return value === null ? [] : [[name, name === 'radius' ? Number(value) : value]];
    }),
  );
  const fits = (name: keyof Look) => look.pick({ [name]: true } as Record<keyof Look, true>).safeParse(given).success;
  const colours: [keyof Look, string][] = [
    ['ink', '--ink'],
    ['onInk', '--on-ink'],
    ['surface', '--surface'],
  ];
  const lines = colours.flatMap(([name, property]) =>
    given[name] !== undefined && fits(name) ? [`${property}: ${given[name]};`] : [],
  );
  if (given['radius'] !== undefined && fits('radius')) lines.push(`--radius: ${given['radius']}px;`);
  const font = given['font'];
  if (typeof font === 'string' && /^[\w\s,"'-]{1,200}$/.test(font) && isClosed(font)) lines.push(`--font: ${font};`);
  // Soft and faint ink follow the ink that was chosen.
  if (given['ink'] !== undefined && fits('ink')) lines.push('--ink-soft: var(--ink); --ink-faint: var(--ink);');
  return `:root:root {\n  ${lines.join('\n  ')}\n}\n`;
}

function isClosed(font: string): boolean {
  return (font.match(/"/g)?.length ?? 0) % 2 === 0 && (font.match(/'/g)?.length ?? 0) % 2 === 0 && !/[\r\n]/.test(font);
}
