import type { Finding } from '../../contract/pageCheck.ts';
import { admits, type Policy, sourcesOf } from './policy.ts';

/** What is known of a page. */
export interface PageSeen {
  url: URL;
  policies: readonly Policy[];
  /** Addresses of its scripts, as written; null when the page could not be read. */
  scripts: readonly { src: string; nonce: boolean }[] | null;
  /** Ids of the surveys placed in it. */
  placed: readonly string[];
}

/** What the site and its host are. */
export interface SiteSeen {
  key: string;
  /** Whether the page's origin is one of the site's. */
  isListed: boolean;
  /** When it was last refused, if lately. */
  refusedAt: string | null;
  /** Where the tag comes from: this product's own origin, as its owner uses it. */
  host: URL;
  /** Live surveys due at the page's address, and those that wait to be placed in it. */
  due: readonly string[];
  live: readonly string[];
}

/** What stands between a page and its surveys, worst first; nothing when nothing does. */
export function checkPage(page: PageSeen, site: SiteSeen): Finding[] {
  const findings: Finding[] = [];
  const say = (code: Finding['code'], severity: Finding['severity'], value?: string) => {
    findings.push({ code, severity, ...(value === undefined ? {} : { value }) });
  };
  if (!site.isListed) say('origin', 'error', page.url.origin);
  if (page.url.protocol === 'https:' && site.host.protocol === 'http:') say('mixed-content', 'error');
  for (const policy of page.policies) checkPolicy(policy, page, site, say);
  if (page.scripts) checkTags(page.scripts, site, say);
  if (site.refusedAt) say('refused', 'warning', site.refusedAt);
  const isPlaced = page.placed.some((id) => site.live.includes(id));
  if (site.due.length === 0 && !isPlaced) say('nothing-due', 'warning');
  const order = ['error', 'warning', 'note'];
  return findings.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

type Say = (code: Finding['code'], severity: Finding['severity'], value?: string) => void;

function checkPolicy(policy: Policy, page: PageSeen, site: SiteSeen, say: Say): void {
  const script = new URL(`/w/${site.key}.js`, site.host);
  const scripts = sourcesOf(policy, ['script-src-elem', 'script-src', 'default-src']);
  if (scripts && !scriptRuns(scripts, script, page)) say('csp-script', 'error', `script-src ${site.host.origin}`);
  const calls = sourcesOf(policy, ['connect-src', 'default-src']);
  if (calls && !admits(calls, new URL('/v1/', site.host), page.url)) {
    say('csp-connect', 'error', `connect-src ${site.host.origin}`);
  }
  const types = policy.get('trusted-types');
  const enforced = policy.has('require-trusted-types-for');
  if (enforced && types && !types.includes('*') && !types.includes('lit-html')) {
    say('csp-trusted-types', 'error', 'trusted-types lit-html');
  }
  const sandbox = policy.get('sandbox');
  const missing = ['allow-scripts', 'allow-same-origin'].filter((word) => sandbox && !sandbox.includes(word));
  if (missing.length > 0) say('csp-sandbox', 'error', missing.join(' '));
}

/** By place; or, under 'strict-dynamic' (CSP3, 8.2), only by a nonce of its own, which its own imports inherit. */
function scriptRuns(sources: readonly string[], script: URL, page: PageSeen): boolean {
  const tag = page.scripts?.find(({ src }) => src.includes(script.pathname));
  if (tag?.nonce && sources.some((source) => source.startsWith("'nonce-"))) return true;
  return !sources.includes("'strict-dynamic'") && admits(sources, script, page.url);
}

function checkTags(scripts: readonly { src: string }[], site: SiteSeen, say: Say): void {
  const keys = scripts.flatMap(({ src }) => /\/w\/(site_[A-Za-z0-9]+)\.js/.exec(src)?.[1] ?? []);
  const own = keys.filter((key) => key === site.key).length;
  if (own > 1) say('tag-twice', 'note');
  if (own > 0) return;
  const [other] = keys;
  if (other) say('tag-other', 'error', other);
  else say('tag-missing', 'warning');
}
