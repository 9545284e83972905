import { useSignal } from '@preact/signals';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../messages/translate.ts';
import { LinksDialog } from './LinksDialog.tsx';

/** Opens a new survey link for a person. */
export function LinksButton({ contact }: { contact: { id: string; name: string } }) {
  const open = useSignal(false);
  return (
    <>
      <button
        type="button"
        class="button"
        title={t('links.button')}
        onClick={() => {
          open.value = true;
        }}
      >
        <Icon name="link-2" />
        <span class="phone-hides">{t('links.button')}</span>
      </button>
      {open.value && (
        <LinksDialog
          contact={contact}
          onClose={() => {
            open.value = false;
          }}
        />
      )}
    </>
  );
}
