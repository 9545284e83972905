import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/paths.ts';
import { bundlePage } from '../bundlePage.ts';
import type { Answer, Asked, Contender, Probe } from '../contender.ts';
import { POSTHOG_TOKEN } from '../posthogConfig.ts';

const json = (body: unknown): Answer => ({ type: 'application/json', body: JSON.stringify(body) });

const probe: Probe = () =>
  document
    .getElementsByClassName('PostHogSurvey-0190b1f0-0000-7000-8000-000000000001')[0]
    ?.shadowRoot?.querySelector('.ratings-emoji');

/** A project that has surveys switched on and nothing else: no recorder, no heat maps, no flags to wait for. */
const REMOTE_CONFIG = {
  token: POSTHOG_TOKEN,
  supportedCompression: ['gzip', 'gzip-js'],
  hasFeatureFlags: false,
  analytics: { endpoint: '/i/v0/e/' },
  elementsChainAsString: true,
  defaultIdentifiedOnly: true,
  autocapture_opt_out: true,
  autocaptureExceptions: false,
  captureDeadClicks: false,
  capturePerformance: false,
  heatmaps: false,
  sessionRecording: false,
  siteApps: [],
  surveys: true,
};

const SURVEY = {
  id: '0190b1f0-0000-7000-8000-000000000001',
  name: 'After checkout',
  type: 'popover',
  schedule: 'once',
  start_date: '2026-01-01T00:00:00Z',
  end_date: null,
  questions: [
    {
      id: 'rating',
      type: 'rating',
      question: 'How was it?',
      display: 'emoji',
      scale: 5,
      lowerBoundLabel: 'Very bad',
      upperBoundLabel: 'Very good',
    },
    { id: 'why', type: 'open', question: 'Why?', optional: true },
  ],
  appearance: { position: 'right' },
  conditions: null,
};

/** The endpoints that the library asks, as its source names them. */
async function stub({ path }: Asked): Promise<Answer | undefined> {
  if (path === `/array/${POSTHOG_TOKEN}/config.js`) {
    const config = { [POSTHOG_TOKEN]: { config: REMOTE_CONFIG, siteApps: [] } };
    return { type: 'text/javascript', body: `window._POSTHOG_REMOTE_CONFIG=${JSON.stringify(config)};` };
  }
  if (/^\/static\/(\d[\d.]*\/)?surveys\.js$/.test(path)) {
    return {
      type: 'text/javascript',
      body: await readFile(join(ROOT, 'node_modules/posthog-js/dist/surveys.js')),
    };
  }
  if (path === '/api/surveys/') return json({ surveys: [SURVEY] });
  if (path === '/flags/') return json({ flags: {}, errorsWhileComputingFlags: false });
  if (path === '/i/v0/e/' || path === '/e/') return json({ status: 'Ok' });
  return undefined;
}

export const posthog: Contender = {
  name: 'posthog',
  title: 'PostHog',
  versions: ['posthog-js'],
  loads:
    "`import posthog from 'posthog-js'` and `posthog.init` with `defaults: 'latest'`; it fetches its configuration, `surveys.js` and the surveys itself. In the project only surveys are switched on, and no targeting flag keeps it waiting",
  probe,
  async prepare(folder) {
    const { head, file } = await bundlePage(folder, 'posthog');
    return { head, answer: async (asked) => (await file(asked.path)) ?? stub(asked) };
  },
};

export const posthogSlim: Contender = {
  name: 'posthog-slim',
  title: 'PostHog slim',
  versions: ['posthog-js'],
  loads:
    "the same with `posthog-js/dist/module.slim` and nothing but `SurveysExtensions`: the least that PostHog's documents know",
  probe,
  async prepare(folder) {
    const { head, file } = await bundlePage(folder, 'posthogSlim');
    return { head, answer: async (asked) => (await file(asked.path)) ?? stub(asked) };
  },
};
