import type { SurveyRule } from '../../contract/rules.ts';

/** Whether a rule's addresses cover a page: URLPattern syntax, a path when it starts with a slash. */
export function dueAt(rule: Pick<SurveyRule, 'url' | 'notUrl'>, url: URL): boolean {
  const covers = (pattern: string) =>
    (pattern.startsWith('/') ? new URLPattern({ pathname: pattern }) : new URLPattern(pattern)).test(url.href);
  return (!rule.url || rule.url.some(covers)) && !rule.notUrl?.some(covers);
}
