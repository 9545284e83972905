import { t } from '../../messages/translate.ts';
import { connected } from '../../models/live.ts';
import { showWaiting, waiting } from '../../models/responses.ts';

/** How many answers wait, to be let in with a press; else whether the stream is open. */
export function NewAnswers() {
  const n = waiting.value.length;
  return (
    <span role="status">
      {n > 0 ? (
        <button type="button" class="live" onClick={showWaiting}>
          {t('live.new', { n })}
        </button>
      ) : (
        <span class="live" data-off={connected.value ? undefined : ''}>
          {connected.value ? t('live.on') : t('live.off')}
        </span>
      )}
    </span>
  );
}
