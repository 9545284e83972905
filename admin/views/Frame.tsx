import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Avatar } from '../components/Avatar.tsx';
import { Brand } from '../components/Brand.tsx';
import { Icon, type IconName } from '../components/Icon.tsx';
import { LocaleSwitch } from '../components/LocaleSwitch.tsx';
import { SchemeSwitch } from '../components/SchemeSwitch.tsx';
import { Toasts } from '../components/Toasts.tsx';
import { formatNumber } from '../format/number.ts';
import { type PlainKey, t } from '../messages/translate.ts';
import { startLive, stopLive } from '../models/live.ts';
import { path } from '../models/location.ts';
import { loadReference } from '../models/reference.ts';
import { session, signOut } from '../models/session.ts';
import { followTotal, total } from '../models/total.ts';

interface FrameProps {
  children: ComponentChildren;
}

interface Link {
  href: string;
  name: PlainKey;
  icon: IconName;
  /** Addresses of the other screens of its area. */
  also?: readonly string[];
}

const LINKS: Link[] = [
  { href: '/overview', name: 'nav.overview', icon: 'layout-dashboard' },
  { href: '/responses', name: 'nav.responses', icon: 'message-square-text' },
  {
    href: '/people',
    name: 'nav.people',
    icon: 'users-round',
    also: ['/segments', '/companies', '/duplicates', '/coverage', '/imports'],
  },
  { href: '/surveys', name: 'nav.surveys', icon: 'clipboard-list' },
  { href: '/sites', name: 'nav.sites', icon: 'globe' },
  {
    href: '/settings',
    name: 'nav.settings',
    icon: 'settings',
    also: ['/connections', '/privacy', '/erasures', '/audit'],
  },
];

function currentOf({ href, also = [] }: Link): 'page' | undefined {
  const here = path.value === '/' ? '/overview' : path.value;
  return [href, ...also].some((one) => here === one || here.startsWith(`${one}/`)) ? 'page' : undefined;
}

function UserMenu({ name }: { name: string }) {
  return (
    <>
      <button type="button" class="sidebar-end" popovertarget="user-menu" title={t('nav.you')}>
        <Avatar name={name} />
        <span class="clip strong">
          <bdi>{name}</bdi>
        </span>
        <span class="push faint row">
          <Icon name="settings" />
        </span>
      </button>
      <div class="menu" id="user-menu" popover="auto" data-place="above">
        <div class="menu-group">
          <span class="faint small">{t('language')}</span>
          <LocaleSwitch />
        </div>
        <div class="menu-group">
          <span class="faint small">{t('scheme')}</span>
          <SchemeSwitch />
        </div>
        <div class="menu-line" />
        <button type="button" class="menu-item" onClick={signOut}>
          <Icon name="log-out" />
          {t('sign-out')}
        </button>
      </div>
    </>
  );
}

/** Sidebar (a bar at the foot on phones) around the screen. */
export function Frame({ children }: FrameProps) {
  const main = useRef<HTMLElement>(null);
  const at = path.value;
  useEffect(() => {
    startLive();
    void loadReference();
    const stop = followTotal();
    return () => {
      stop();
      stopLive();
    };
  }, []);
  // A screen reader hears the new screen, and Tab starts in it; not on the first, where the browser decides.
  const before = useRef(at);
  useEffect(() => {
    if (before.current !== at) main.current?.focus();
    before.current = at;
  }, [at]);
  const { user, workspace } = session.value ?? {};
  return (
    <div class="app">
      <a class="skip" href="#main">
        {t('nav.skip')}
      </a>
      <nav class="sidebar" aria-label={t('nav.main')}>
        <a class="brand" href="/overview">
          <Brand />
        </a>
        {LINKS.map((link) => (
          <a key={link.href} class="nav-link" href={link.href} aria-current={currentOf(link)} title={t(link.name)}>
            <Icon name={link.icon} />
            <span>{t(link.name)}</span>
            {link.href === '/responses' && total.value !== null && (
              <span class="nav-count">{formatNumber(total.value)}</span>
            )}
          </a>
        ))}
        <UserMenu name={user?.name || user?.email || workspace?.name || ''} />
      </nav>
      <main class="page" id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <nav class="tabbar" aria-label={t('nav.main')}>
        {LINKS.map((link) => (
          <a key={link.href} href={link.href} aria-current={currentOf(link)}>
            <Icon name={link.icon} size="large" />
            {t(link.name)}
          </a>
        ))}
      </nav>
      <Toasts />
    </div>
  );
}
