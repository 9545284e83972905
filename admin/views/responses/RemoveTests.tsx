import { useSignal } from '@preact/signals';
import { Dialog } from '../../components/Dialog.tsx';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../messages/translate.ts';
import { removeTests } from '../../models/responses.ts';

/** Takes every test answer out, after asking once more. */
export function RemoveTests() {
  const asking = useSignal(false);
  const close = () => {
    asking.value = false;
  };
  return (
    <>
      <button
        type="button"
        class="button"
        data-size="small"
        onClick={() => {
          asking.value = true;
        }}
      >
        <Icon name="trash-2" />
        {t('responses.remove-tests')}
      </button>
      {asking.value && (
        <Dialog title={t('responses.remove-tests-title')} onClose={close}>
          <p class="soft">{t('responses.remove-tests-text')}</p>
          <div class="dialog-actions">
            <button type="button" class="button" onClick={close}>
              {t('cancel')}
            </button>
            <button
              type="button"
              class="button"
              data-kind="danger"
              onClick={async () => {
                close();
                await removeTests();
              }}
            >
              {t('delete')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
