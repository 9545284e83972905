import { type AreaLink, AreaTabs } from '../../components/AreaTabs.tsx';
import { t } from '../../messages/translate.ts';
import { isAdmin } from '../../models/session.ts';

const LINKS: readonly AreaLink[] = [
  { href: '/settings', name: 'nav.workspace' },
  { href: '/connections', name: 'nav.connections' },
];

/** For those who may see them. */
const PRIVACY: readonly AreaLink[] = [
  { href: '/privacy', name: 'nav.privacy' },
  { href: '/audit', name: 'nav.audit' },
];

/** The screens about the workspace itself. */
export function SettingsTabs() {
  return <AreaTabs label={t('nav.settings')} links={isAdmin.value ? [...LINKS, ...PRIVACY] : LINKS} />;
}
