import { type PlainKey, t } from '../messages/translate.ts';
import { path } from '../models/location.ts';

export interface AreaLink {
  href: string;
  name: PlainKey;
}

interface AreaTabsProps {
  label: string;
  links: readonly AreaLink[];
}

/** The screens of one area, side by side under its header. Links: each has an address of its own. */
export function AreaTabs({ label, links }: AreaTabsProps) {
  const here = path.value;
  return (
    <nav class="area-tabs" aria-label={label}>
      {links.map(({ href, name }) => (
        <a key={href} href={href} aria-current={here === href || here.startsWith(`${href}/`) ? 'page' : undefined}>
          {t(name)}
        </a>
      ))}
    </nav>
  );
}
