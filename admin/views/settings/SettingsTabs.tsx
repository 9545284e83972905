import { type AreaLink, AreaTabs } from '../../components/AreaTabs.tsx';
import { t } from '../../messages/translate.ts';
import { isAdmin } from '../../models/session.ts';

const LINKS: readonly AreaLink[] = [{ href: '/settings', name: 'nav.workspace' }];

/** For those who may see them. */
const FOR_ADMINS: readonly AreaLink[] = [
  { href: '/connections', name: 'nav.connections' },
  { href: '/keys', name: 'nav.keys' },
  { href: '/privacy', name: 'nav.privacy' },
  { href: '/audit', name: 'nav.audit' },
];

/** The screens about the workspace itself. */
export function SettingsTabs() {
  return <AreaTabs label={t('nav.settings')} links={isAdmin.value ? [...LINKS, ...FOR_ADMINS] : LINKS} />;
}
