import { begin } from './begin.ts';
import { pathsOf, rulesAt } from './pathsOf.ts';

/** The loader of any site, which never changes under one name: the site is named by the tag, its rules are fetched. */
try {
  const script = (document.currentScript ?? document.querySelector('script[data-site]')) as HTMLScriptElement;
  const paths = pathsOf(script.src, script.dataset['site'] ?? '');
  fetch(rulesAt(paths), { credentials: 'omit' })
    .then((response) => response.json())
    .then(({ rules, assets }) => begin(rules, paths, assets))
    .catch(() => {});
} catch {
  // Someone else's page must not notice.
}
