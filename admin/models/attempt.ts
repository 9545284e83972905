import { ApiError } from '../api.ts';
import { t } from '../messages/translate.ts';
import { say } from './toast.ts';

/** What to tell a person about a failed call. */
export function explain(error: ApiError): string {
  if (error.status === 0) return t('error.network');
  if (error.status === 403) return t('error.forbidden');
  if (error.status === 404) return t('error.missing');
  if (error.status >= 500) return t('error.server');
  if (error.code === 'identifier-taken' || error.code === 'identifier-refused') return t(`error.${error.code}`);
  return error.problem.errors?.[0]?.message ?? error.message;
}

/** Does something on the server; a refusal is said at the foot of the screen. Resolves to whether it was done. */
export async function attempt(action: () => Promise<void>): Promise<boolean> {
  try {
    await action();
    return true;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    say(`${t('error.save')}: ${explain(error)}`, 'failed');
    return false;
  }
}
