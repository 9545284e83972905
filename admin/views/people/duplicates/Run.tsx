import { useEffect } from 'preact/hooks';
import { Ago } from '../../../components/Ago.tsx';
import { Phrase } from '../../../components/Phrase.tsx';
import { t } from '../../../messages/translate.ts';
import { followRun, run, startRun } from '../../../models/duplicates.ts';
import { isAdmin } from '../../../models/session.ts';

/** How far the comparison of everybody is, and how to begin it anew. */
export function Run() {
  useEffect(followRun, []);
  const now = run.data.value;
  if (!now) return null;
  const { state, done, total, pairs, finishedAt } = now;
  if (state === 'running') {
    const label = t('duplicates.running', { done, total });
    return (
      <div class="link-run">
        <progress value={done} max={Math.max(1, total)} aria-label={label} />
        <span class="soft small">{label}</span>
      </div>
    );
  }
  return (
    <div class="link-run">
      <span class="faint small">
        {finishedAt ? (
          <Phrase text="duplicates.ran" with={{ when: <Ago at={finishedAt} long />, n: pairs }} />
        ) : (
          t('duplicates.never')
        )}
      </span>
      {isAdmin.value && (
        <button type="button" class="button" data-size="small" onClick={startRun}>
          {t('duplicates.run')}
        </button>
      )}
    </div>
  );
}
