import { useMemo } from 'preact/hooks';
import { Dialog } from '../../components/Dialog.tsx';
import { Form } from '../../components/Form.tsx';
import { t } from '../../messages/translate.ts';
import { createFaults } from '../../models/faults.ts';
import { addSite } from '../../models/sites.ts';
import { readSite, SITE_FIELDS, SiteFields } from './SiteFields.tsx';

interface AddSiteProps {
  onClose: () => void;
}

/** Sets up a site; its tag and, for an owner, its secret are shown next. */
export function AddSite({ onClose }: AddSiteProps) {
  const faults = useMemo(() => createFaults(SITE_FIELDS), []);
  const submit = async (form: FormData) => {
    if (await addSite(readSite(form), faults)) onClose();
  };
  return (
    <Dialog title={t('sites.add')} size="wide" onClose={onClose}>
      <Form
        class="form"
        faults={faults}
        onSubmit={submit}
        actions={(busy) => (
          <div class="dialog-actions">
            <button type="button" class="button" onClick={onClose}>
              {t('cancel')}
            </button>
            <button type="submit" class="button" data-kind="primary" disabled={busy}>
              {t('sites.add')}
            </button>
          </div>
        )}
      >
        <SiteFields wrong={faults.fields.value} />
      </Form>
    </Dialog>
  );
}
