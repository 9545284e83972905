import { type AreaLink, AreaTabs } from '../../components/AreaTabs.tsx';
import { t } from '../../messages/translate.ts';

const LINKS: readonly AreaLink[] = [{ href: '/people', name: 'nav.everybody' }];

/** The screens about people. */
export function PeopleTabs() {
  return <AreaTabs label={t('nav.people')} links={LINKS} />;
}
