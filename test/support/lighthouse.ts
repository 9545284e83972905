import lighthouse from 'lighthouse';

/** Scores from 0 to 100, and the layout shift. */
export interface Figures {
  performance: number;
  accessibility: number;
  'best-practices': number;
  seo: number;
  shift: number;
}

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Looks at a page with Lighthouse in the browser that listens for a debugger at `port`. */
export async function look(url: string, port: number): Promise<Figures> {
  const result = await lighthouse(url, { port, logLevel: 'error', onlyCategories: [...CATEGORIES] });
  if (!result || result.lhr.runtimeError)
    throw new Error(`Lighthouse: ${result?.lhr.runtimeError?.message ?? 'nothing'}`);
  const { categories, audits } = result.lhr;
  const score = (name: (typeof CATEGORIES)[number]) => {
    const found = categories[name]?.score;
    if (typeof found !== 'number') throw new Error(`Lighthouse has no score for ${name}`);
    return Math.round(found * 100);
  };
  const shift = audits['cumulative-layout-shift']?.numericValue;
  if (shift === undefined) throw new Error('Lighthouse has no layout shift');
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    seo: score('seo'),
    shift,
  };
}
