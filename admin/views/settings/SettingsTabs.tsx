import { type AreaLink, AreaTabs } from '../../components/AreaTabs.tsx';
import { t } from '../../messages/translate.ts';

const LINKS: readonly AreaLink[] = [{ href: '/settings', name: 'nav.workspace' }];

/** The screens about the workspace itself. */
export function SettingsTabs() {
  return <AreaTabs label={t('nav.settings')} links={LINKS} />;
}
