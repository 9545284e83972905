import { Dialog } from '../../components/Dialog.tsx';
import { t } from '../../messages/translate.ts';
import { leaveAnyway, leavingTo } from '../../models/survey-guard.ts';

/** Asks before changes are left behind that could not be saved. */
export function LeaveDialog() {
  if (leavingTo.value === null) return null;
  const stay = () => {
    leavingTo.value = null;
  };
  return (
    <Dialog title={t('builder.leave-title')} onClose={stay}>
      <p class="soft">{t('builder.leave-text')}</p>
      <div class="dialog-actions">
        <button type="button" class="button" data-kind="danger" onClick={leaveAnyway}>
          {t('builder.leave')}
        </button>
        <button type="button" class="button" data-kind="primary" onClick={stay}>
          {t('builder.stay')}
        </button>
      </div>
    </Dialog>
  );
}
