import { type AreaLink, AreaTabs } from '../../components/AreaTabs.tsx';
import { t } from '../../messages/translate.ts';
import { isAdmin } from '../../models/session.ts';

const LINKS: readonly AreaLink[] = [
  { href: '/people', name: 'nav.everybody' },
  { href: '/segments', name: 'nav.segments' },
  { href: '/companies', name: 'nav.companies' },
  { href: '/coverage', name: 'nav.coverage' },
  { href: '/duplicates', name: 'nav.duplicates' },
];

/** For those who may bring files in. */
const IMPORTS: AreaLink = { href: '/imports', name: 'nav.imports' };

/** The screens about people. */
export function PeopleTabs() {
  const links = isAdmin.value ? [...LINKS, IMPORTS] : LINKS;
  return <AreaTabs label={t('nav.people')} links={links} />;
}
