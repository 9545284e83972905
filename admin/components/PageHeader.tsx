import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../messages/translate.ts';
import { session } from '../models/session.ts';

interface PageHeaderProps {
  title: string;
  /** The screen this one belongs to. */
  parent?: { href: string; name: string };
  children?: ComponentChildren;
}

/** Where one is, and what can be done with the whole screen. */
export function PageHeader({ title, parent, children }: PageHeaderProps) {
  const workspace = session.value?.workspace.name ?? '';
  const brand = t('brand');
  useEffect(() => {
    document.title = `${title} · ${brand}`;
  }, [title, brand]);
  return (
    <header class="page-header">
      <div class="crumbs">
        <span class="workspace phone-hides">
          <span class="workspace-badge" aria-hidden="true">
            {Array.from(workspace)[0]}
          </span>
          <bdi class="clip">{workspace}</bdi>
        </span>
        <span class="crumb-slash phone-hides">/</span>
        {parent && (
          <>
            <a class="soft strong" href={parent.href}>
              {parent.name}
            </a>
            <span class="crumb-slash">/</span>
          </>
        )}
        <h1 class="clip" tabIndex={-1}>
          <bdi>{title}</bdi>
        </h1>
      </div>
      <div class="page-actions">{children}</div>
    </header>
  );
}
