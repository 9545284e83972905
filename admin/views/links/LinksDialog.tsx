import { useEffect } from 'preact/hooks';
import type { Survey } from '../../../contract/survey.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { t } from '../../messages/translate.ts';
import { loadLinks, madeLink } from '../../models/links.ts';
import { isAdmin } from '../../models/session.ts';
import { loadSites } from '../../models/sites.ts';
import { LinkList } from './LinkList.tsx';
import { MadeLink } from './MadeLink.tsx';
import { NewLink } from './NewLink.tsx';
import './links.css';

interface LinksDialogProps {
  survey?: Survey;
  contact?: { id: string; name: string };
  onClose: () => void;
}

/** Surveys by link: those of one survey, with a code for a place; or a new one for a person. */
export function LinksDialog({ survey, contact, onClose }: LinksDialogProps) {
  useEffect(() => {
    void loadSites();
    if (survey) void loadLinks(survey.id);
    return () => {
      madeLink.value = null;
    };
  }, [survey?.id]);
  const title = contact ? t('links.for', { name: contact.name }) : t('links.of', { name: survey?.name ?? '' });
  return (
    <Dialog title={title} size="wide" onClose={onClose}>
      <div class="links">
        {madeLink.value ? <MadeLink /> : isAdmin.value && <NewLink survey={survey} contact={contact?.id} />}
        {survey && (
          <section>
            <h3 class="title">{t('links.title')}</h3>
            <LinkList />
          </section>
        )}
        <div class="dialog-actions">
          <button type="button" class="button" onClick={onClose}>
            {t('close')}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
