import { t } from '../messages/translate.ts';
import { say } from './toast.ts';

/** Puts text on the clipboard, and says so. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  say(t('copied'));
}
