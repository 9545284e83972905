import type { ResponseBody } from '../../contract/collect.ts';
import { TITLE_MAX } from '../../contract/limits.ts';
import { cleanText } from '../loader/cleanText.ts';
import { cleanUrl } from './cleanUrl.ts';

/** The page as an answer speaks of it. */
export function pageNow(): ResponseBody['page'] {
  const referrer = cleanUrl(document.referrer);
  return {
    url: cleanUrl(location.href),
    title: cleanText(document.title, TITLE_MAX),
    ...(referrer && { referrer }),
  };
}
