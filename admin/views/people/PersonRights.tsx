import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Contact } from '../../../contract/contact.ts';
import { copyHref } from '../../api.ts';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../messages/translate.ts';
import { leaveWhenErased } from '../../models/privacy.ts';
import { locale } from '../../models/regional.ts';
import { isAdmin } from '../../models/session.ts';
import { EraseDialog } from './EraseDialog.tsx';

/** A copy of everything kept of a person, and erasing it. */
export function PersonRights({ contact }: { contact: Contact }) {
  const erasing = useSignal(false);
  useEffect(() => leaveWhenErased(contact.id), [contact.id]);
  if (!isAdmin.value) return null;
  return (
    <section>
      <div class="panel-head">
        <h3 class="title">{t('rights.title')}</h3>
      </div>
      <p class="soft small">{t('rights.copy')}</p>
      <p class="row rights">
        <a class="button" data-size="small" href={copyHref(contact.id, 'html', locale.value)} download>
          <Icon name="download" />
          {t('rights.copy-page')}
        </a>
        <a class="button" data-size="small" href={copyHref(contact.id, 'json', locale.value)} download>
          <Icon name="download" />
          {t('rights.copy-data')}
        </a>
      </p>
      <p>
        <button
          type="button"
          class="button"
          data-size="small"
          data-kind="danger"
          onClick={() => {
            erasing.value = true;
          }}
        >
          {t('rights.erase')}
        </button>
      </p>
      {erasing.value && (
        <EraseDialog
          contact={contact}
          onClose={() => {
            erasing.value = false;
          }}
        />
      )}
    </section>
  );
}
