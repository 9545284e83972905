import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { QUESTION_TYPES } from '../contract/questionType.ts';
import type { SurveyDefinition } from '../contract/survey.ts';
import { textsOf } from '../worker/collect/textsOf.ts';
import { deliverySurvey } from './deliverySurvey.ts';
import { PUBLIC, ROOT } from './paths.ts';

/** Three live surveys with every trigger there is: what the loader carries at most on an ordinary site. */
const RULES = {
  site: 'site_7kQ2xYbN4mPz',
  privacy: 'https://shop.example/privacy',
  surveys: ['after-checkout', 'after-delivery', 'help-page'].map((id, index) => ({
    id,
    version: index + 3,
    touchpoint: ['checkout', 'delivery', 'help'][index],
    locales: ['en', 'fa', 'pl'],
    url: [['/checkout/*', '/basket'], ['/orders/*'], ['/help*']][index],
    event: ['checkout_done', 'parcel_opened', 'article_read'][index],
    delay: index * 4 + 2,
    period: 30,
  })),
};

export interface Size {
  what: string;
  /** Bytes after brotli at level 11. */
  bytes: number;
  budget: number;
}

/** Measures the built product against its budgets. kB = 1,000 bytes. */
export async function measureSizes(): Promise<Size[]> {
  const { budgets } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
    budgets: Record<'loader' | 'rules' | 'rating' | 'types' | 'everything' | 'admin', number>;
  };
  const loader = await readFile(join(ROOT, 'dist/widget/loader.txt'), 'utf8');
  const files = await readdir(join(PUBLIC, 'w/assets'));
  /** All files whose names begin so, each compressed by itself as it is sent. */
  const weigh = async (beginning: string) => {
    let bytes = 0;
    for (const name of files.filter((file) => file.startsWith(beginning))) {
      bytes += compressed(await readFile(join(PUBLIC, 'w/assets', name)));
    }
    return bytes;
  };
  const bare = `${loader}(${JSON.stringify({ ...RULES, surveys: [] })});`;
  const script = `${loader}(${JSON.stringify(RULES)});`;
  const worst = (survey: SurveyDefinition) =>
    Math.max(...survey.locales.map((locale) => compressed(JSON.stringify(textsOf(survey, locale)))));
  const [asked] = deliverySurvey.questions;
  const everyType: SurveyDefinition = {
    ...deliverySurvey,
    questions: QUESTION_TYPES.map((type) => ({ text: asked?.text ?? {}, id: type, type, other: true })),
  };
  const types = compressed(script) + worst(everyType) + (await weigh('survey'));
  return [
    { what: 'loader', bytes: compressed(bare), budget: budgets.loader },
    { what: 'rules of three live surveys', bytes: compressed(script) - compressed(bare), budget: budgets.rules },
    {
      what: 'a rating with its comment on screen',
      bytes: compressed(script) + worst(deliverySurvey) + (await weigh('survey.')),
      budget: budgets.rating,
    },
    { what: 'every question type, look and device', bytes: types, budget: budgets.types },
    {
      what: 'the same with every moment, audience and explain',
      bytes: types + (await weigh('when.')) + (await weigh('whom.')) + (await weigh('explain.')),
      budget: budgets.everything,
    },
    { what: 'admin, first screen', bytes: await adminFirstScreen(), budget: budgets.admin },
  ];
}

/** Prints a line a budget; answers whether all hold. */
export async function reportSizes(): Promise<boolean> {
  const sizes = await measureSizes();
  for (const { what, bytes, budget } of sizes) {
    const mark = bytes <= budget ? ' ' : '!';
    console.log(
      `${mark} ${(bytes / 1000).toFixed(2).padStart(6)} kB of ${(budget / 1000).toFixed(1).padStart(4)}  ${what}`,
    );
  }
  return sizes.every(({ bytes, budget }) => bytes <= budget);
}

/** JavaScript and CSS that the overview, the screen after sign-in, loads: its document's, and its route's. */
async function adminFirstScreen(): Promise<number> {
  const document = await readFile(join(PUBLIC, 'admin.html'), 'utf8');
  const wanted = new Set(
    [...document.matchAll(/(?:src|href)="\/assets\/([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? ''),
  );
  const assets = await readdir(join(PUBLIC, 'assets'));
  // The route's chunk and its styles are named after its view.
  for (const name of assets) if (/^overview-.*\.(js|css)$/i.test(name)) wanted.add(name);
  const queue = [...wanted];
  let bytes = 0;
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const text = await readFile(join(PUBLIC, 'assets', name));
    bytes += compressed(text);
    // Chunks imported at the top are loaded with it; those behind import() are not.
    for (const [, imported = ''] of text.toString().matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) {
      if (wanted.has(imported)) continue;
      wanted.add(imported);
      queue.push(imported);
    }
  }
  return bytes;
}

function compressed(content: string | Uint8Array): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
