import { useId } from 'preact/hooks';
import { EVENT_NAME_MAX } from '../../../contract/limits.ts';
import type { Triggers } from '../../../contract/survey.ts';
import { CopyLine } from '../../components/CopyLine.tsx';
import { t } from '../../messages/translate.ts';
import { setTrigger } from './setTrigger.ts';

const FIRST = 'Order Delivered';

/** Whether only those are asked whom the site's own server has reported an event of. */
export function ServerEvent({ triggers: { server } }: { triggers: Triggers }) {
  const id = useId();
  return (
    <div class="due-moment">
      <label class="switch-row">
        <input
          type="checkbox"
          class="switch"
          checked={server !== undefined}
          aria-describedby={id}
          onChange={(event) => setTrigger('server', event.currentTarget.checked ? FIRST : undefined)}
        />
        <span>
          {t('builder.server')}
          <span class="faint small switch-hint" id={id}>
            {t('builder.server-about')}
          </span>
        </span>
      </label>
      {server !== undefined && (
        <div class="due-detail">
          <input
            class="input"
            aria-label={t('builder.event-name')}
            dir="auto"
            maxLength={EVENT_NAME_MAX}
            defaultValue={server}
            onInput={(event) => {
              const name = event.currentTarget.value.trim();
              if (name) setTrigger('server', name, 'server');
            }}
          />
          <CopyLine text={`analytics.track({ userId, event: '${server.replaceAll("'", "\\'")}' })`} />
        </div>
      )}
    </div>
  );
}
