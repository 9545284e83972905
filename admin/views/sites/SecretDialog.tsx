import type { SiteSecret } from '../../api.ts';
import { CopyBox } from '../../components/CopyBox.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../messages/translate.ts';
import { freshSecret } from '../../models/sites.ts';

interface SecretDialogProps {
  secret: SiteSecret;
}

/** A signing secret, shown this once. */
export function SecretDialog({ secret }: SecretDialogProps) {
  const forget = () => {
    freshSecret.value = null;
  };
  return (
    <Dialog title={t('sites.secret-title')} onClose={forget}>
      <p class="row soft">
        <Icon name="triangle-alert" />
        {t('sites.secret-once')}
      </p>
      <CopyBox text={secret.secret} />
      <p class="faint small">{t('sites.kid', { kid: secret.kid })}</p>
      <div class="dialog-actions">
        <button type="button" class="button" data-kind="primary" onClick={forget}>
          {t('sites.secret-done')}
        </button>
      </div>
    </Dialog>
  );
}
