import { ApiError } from '../api.ts';
import { t } from '../messages/translate.ts';
import { faultText } from './fault-text.ts';
import type { Faults } from './faults.ts';
import { hushFailures, say } from './toast.ts';

/** Whether what an address names is not there, or is no id at all. */
export function isMissing(error: ApiError): boolean {
  return error.status === 404 || error.status === 400;
}

/** What to tell a person about a failed call. */
export function explain(error: ApiError): string {
  if (error.status === 0) return t('error.network');
  if (error.status === 403) return t('error.forbidden');
  if (error.status === 404) return t('error.missing');
  if (error.status >= 500) return t('error.server');
  if (error.code === 'identifier-taken' || error.code === 'identifier-refused') return t(`error.${error.code}`);
  const [fault] = error.problem.errors ?? [];
  return fault ? faultText(fault.message) : error.message;
}

/**
 * Does something on the server. A refusal is said in the form it belongs to, else at the foot of the screen, until
 * something succeeds. Resolves to whether it was done.
 */
export async function attempt(action: () => Promise<void>, faults?: Faults): Promise<boolean> {
  faults?.clear();
  try {
    await action();
    hushFailures();
    return true;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const text = `${t('error.save')}: ${explain(error)}`;
    if (faults) faults.take(error, text);
    else say(text, 'failed');
    return false;
  }
}
