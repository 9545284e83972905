import type { ApiError } from '../api.ts';
import { t } from '../messages/translate.ts';
import { explain } from '../models/attempt.ts';
import { Icon } from './Icon.tsx';

interface BrokenProps {
  error: ApiError;
  onRetry: () => void;
  /** Whether it is about answers or their figures, which are safe while the screen is not. */
  answers?: boolean;
}

/** Something could not be read: what, why, and a way to try again. */
export function Broken({ error, onRetry, answers = false }: BrokenProps) {
  return (
    <section class="state" role="alert">
      <div class="panel-head">
        <span class="alert">
          <Icon name="cloud-off" />
        </span>
        <h2 class="title">{t('error.title')}</h2>
      </div>
      <p class="soft">{explain(error)}</p>
      {answers && (error.status === 0 || error.status >= 500) && <p class="soft">{t('error.text')}</p>}
      <p class="row">
        <button type="button" class="button" onClick={onRetry}>
          <Icon name="rotate-cw" />
          {t('error.retry')}
        </button>
      </p>
    </section>
  );
}
