import { useEffect } from 'preact/hooks';
import { Bones } from '../../components/Bones.tsx';
import { Broken } from '../../components/Broken.tsx';
import { Icon } from '../../components/Icon.tsx';
import { LocaleSwitch } from '../../components/LocaleSwitch.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SchemeSwitch } from '../../components/SchemeSwitch.tsx';
import { t } from '../../messages/translate.ts';
import { session, signOut } from '../../models/session.ts';
import { loadSettings, settings } from '../../models/settings.ts';
import { AskingForm } from './AskingForm.tsx';
import { SettingsTabs } from './SettingsTabs.tsx';
import { StageForm } from './StageForm.tsx';
import { WorkspaceForm } from './WorkspaceForm.tsx';
import './settings.css';

function Yours() {
  const current = session.value;
  if (!current) return null;
  const name = current.user?.name || current.user?.email || '–';
  return (
    <section class="settings-section">
      <h2 class="title">{t('settings.yours')}</h2>
      <p class="faint small">{t('settings.yours-hint')}</p>
      <div class="field">
        <span class="field-name">{t('language')}</span>
        <div>
          <LocaleSwitch />
        </div>
      </div>
      <div class="field">
        <span class="field-name">{t('scheme')}</span>
        <div>
          <SchemeSwitch />
        </div>
      </div>
      <p class="soft">{t('settings.signed-in', { name, role: t(`role.${current.role}`) })}</p>
      <div>
        <button type="button" class="button" onClick={signOut}>
          <Icon name="log-out" />
          {t('sign-out')}
        </button>
      </div>
    </section>
  );
}

/** What the workspace is set to, and what this person's screen is. */
export function SettingsView() {
  useEffect(() => {
    void loadSettings();
  }, []);
  const known = settings.data.value;
  const error = settings.error.value;
  return (
    <>
      <PageHeader title={t('nav.settings')} />
      <SettingsTabs />
      <div class="settings">
        {error && !known && <Broken error={error} onRetry={loadSettings} />}
        {!known && !error && <Bones rows={4} />}
        {known && <WorkspaceForm settings={known} />}
        <div>
          {known && <AskingForm settings={known} />}
          {known && <StageForm settings={known} />}
          <Yours />
        </div>
      </div>
    </>
  );
}
