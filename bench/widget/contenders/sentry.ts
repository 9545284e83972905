import { bundlePage } from '../bundlePage.ts';
import type { Contender } from '../contender.ts';

export const sentry: Contender = {
  name: 'sentry',
  title: 'Sentry feedback',
  versions: ['@sentry/browser'],
  loads:
    "`import { init, feedbackIntegration } from '@sentry/browser'`, built with `__SENTRY_DEBUG__` and `__SENTRY_TRACING__` off; `createForm()`, `appendToDom()`, `open()`. A form of words: it has no rating",
  probe: () => document.getElementById('sentry-feedback')?.shadowRoot?.querySelector('textarea'),
  async prepare(folder) {
    const { head, file } = await bundlePage(folder, 'sentry', {
      __SENTRY_DEBUG__: 'false',
      __SENTRY_TRACING__: 'false',
    });
    return {
      head,
      answer: ({ path }) => (path === '/api/1/envelope/' ? { type: 'application/json', body: '{}' } : file(path)),
    };
  },
};
