import { useSignal } from '@preact/signals';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
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
        <ConfirmDialog
          title={t('responses.remove-tests-title')}
          action={t('delete')}
          onConfirm={removeTests}
          onClose={close}
        >
          {t('responses.remove-tests-text')}
        </ConfirmDialog>
      )}
    </>
  );
}
