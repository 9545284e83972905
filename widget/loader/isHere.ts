import type { SurveyRule } from '../../contract/rules.ts';
import { matchesPath } from './matchesPath.ts';

/** Whether a URLPattern, a path or a whole address, covers this page; where there is none, only its stars count. */
function covers(pattern: string): boolean {
  const isPath = pattern[0] === '/';
  try {
    return new URLPattern(isPath ? { pathname: pattern } : pattern).test(location.href);
  } catch {
    return matchesPath(pattern, (isPath ? '' : location.origin) + location.pathname);
  }
}

/** Whether a survey may be due on this page, and now. */
export function isHere({ url, notUrl, from = 0, until = Number.POSITIVE_INFINITY }: SurveyRule): boolean {
  const now = Date.now() / 1_000;
  return from <= now && now < until && (!url || url.some(covers)) && !notUrl?.some(covers);
}
