import { useSignal } from '@preact/signals';
import type { Site } from '../../../contract/workspace.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { CopyBox } from '../../components/CopyBox.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../messages/translate.ts';
import { may } from '../../models/session.ts';
import { freshSecret, freshWriteKey, rotateWriteKey } from '../../models/sites.ts';
import { serverCode } from './siteCode.ts';

interface ServerCallsProps {
  site: Site;
}

/** A write key, shown this once. */
function WriteKeyDialog({ writeKey }: { writeKey: string }) {
  const forget = () => {
    freshWriteKey.value = null;
  };
  return (
    <Dialog title={t('sites.write-key-title')} onClose={forget}>
      <p class="row soft">
        <Icon name="triangle-alert" />
        {t('sites.secret-once')}
      </p>
      <CopyBox text={writeKey} />
      <div class="dialog-actions">
        <button type="button" class="button" data-kind="primary" onClick={forget}>
          {t('sites.secret-done')}
        </button>
      </div>
    </Dialog>
  );
}

/** What the site's own server may say of people, and the key it says it with. */
export function ServerCalls({ site }: ServerCallsProps) {
  const isRotating = useSignal(false);
  return (
    <section class="site-section">
      <div class="panel-head">
        <h2 class="title">{t('sites.from-server')}</h2>
        {may('owner') && (
          <button
            type="button"
            class="button push"
            data-size="small"
            onClick={() => {
              isRotating.value = true;
            }}
          >
            <Icon name="key-round" />
            {t('sites.write-key-new')}
          </button>
        )}
      </div>
      <p class="soft">{t('sites.from-server-hint')}</p>
      <CopyBox text={serverCode(window.location.origin)} long />
      {isRotating.value && (
        <ConfirmDialog
          title={t('sites.write-key-rotate')}
          action={t('sites.write-key-new')}
          onConfirm={() => rotateWriteKey(site.key)}
          onClose={() => {
            isRotating.value = false;
          }}
        >
          {t('sites.write-key-rotate-text')}
        </ConfirmDialog>
      )}
      {freshWriteKey.value !== null && freshSecret.value === null && <WriteKeyDialog writeKey={freshWriteKey.value} />}
    </section>
  );
}
