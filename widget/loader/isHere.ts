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
export function isHere({ url, notUrl, from, until }: SurveyRule): boolean {
  const now = Date.now() / 1_000;
  // A bound that is not there makes no comparison true.
  const isOutOfTime = now < (from as number) || now >= (until as number);
  return !isOutOfTime && (!url || url.some(covers)) && !notUrl?.some(covers);
}
