import type { PreferredChannel } from '../../contract/traits.ts';
import { foldText } from '../identity/foldText.ts';

const WORDS: Record<PreferredChannel, readonly string[]> = {
  email: ['email', 'e-mail', 'mail', 'ایمیل', 'پست الکترونیک'],
  phone: ['phone', 'call', 'telephone', 'mobile', 'telefon', 'تلفن', 'تماس', 'تماس تلفنی'],
  sms: ['sms', 'text', 'text message', 'پیامک', 'اس ام اس'],
  post: ['post', 'letter', 'postal mail', 'poczta', 'list', 'پست', 'نامه'],
  web: ['web', 'online', 'website', 'chat', 'strona', 'وب', 'سایت', 'گفتگو'],
};

const BY_WORD = new Map(
  Object.entries(WORDS).flatMap(([channel, words]) =>
    words.map((word) => [foldText(word), channel as PreferredChannel]),
  ),
);

/** How somebody wants to be reached, in any of the words files have for it; null for a word that is none. */
export function readChannel(written: string): PreferredChannel | null {
  return BY_WORD.get(foldText(written)) ?? null;
}
