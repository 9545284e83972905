import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Merge } from '../../../contract/identity.ts';
import { Ago } from '../../components/Ago.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Phrase } from '../../components/Phrase.tsx';
import { fieldName } from '../../format/field.ts';
import { t } from '../../messages/translate.ts';
import { clearIdentity, loadIdentity, merges, undoMerge } from '../../models/identity.ts';
import { loadPerson, loadTimeline } from '../../models/person.ts';
import { isAdmin } from '../../models/session.ts';
import './duplicates/duplicates.css';

function whoOf({ by, method }: Merge): string {
  return method === 'rule' ? t('merge.rule') : by;
}

/** Whom this person was merged from, and how to part them again. */
export function MergedFrom({ id }: { id: string }) {
  const undoing = useSignal<Merge | null>(null);
  useEffect(() => {
    clearIdentity();
    void loadIdentity(id);
  }, [id]);
  const inForce = (merges.data.value ?? []).filter(({ undoneAt }) => undoneAt === null);
  if (inForce.length === 0) return null;
  const chosen = undoing.value;
  const names = chosen && { absorbed: chosen.absorbed.name || '—', survivor: chosen.survivor.name || '—' };
  return (
    <section class="merged-from">
      <div class="panel-head">
        <h3 class="title">{t('merge.from')}</h3>
      </div>
      <ul>
        {inForce.map((merge) => (
          <li key={merge.id}>
            <div>
              <bdi class="strong">{merge.absorbed.name || '—'}</bdi>
              <p class="faint small">
                <Phrase text="merge.by" with={{ when: <Ago at={merge.at} />, who: whoOf(merge) }} />
              </p>
              {merge.taken.length > 0 && (
                <p class="faint small">{t('merge.taken', { fields: merge.taken.map(fieldName).join(', ') })}</p>
              )}
              {merge.why === 'erased' && <p class="faint small">{t('merge.erased')}</p>}
            </div>
            {isAdmin.value && merge.why === null && (
              <button
                type="button"
                class="button push"
                data-size="small"
                onClick={() => {
                  undoing.value = merge;
                }}
              >
                {t('merge.undo')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {chosen && names && (
        <ConfirmDialog
          title={t('merge.undo-title')}
          action={t('merge.undo-do')}
          harmless
          onConfirm={async () => {
            if (await undoMerge(chosen.id)) await Promise.all([loadPerson(id), loadTimeline(), loadIdentity(id)]);
          }}
          onClose={() => {
            undoing.value = null;
          }}
        >
          {t('merge.undo-text', names)}
        </ConfirmDialog>
      )}
    </section>
  );
}
