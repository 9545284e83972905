import { computed, signal } from '@preact/signals';

const url = signal(new URL('http://localhost/'));

/** The path of the screen shown. */
export const path = computed(() => url.value.pathname);
/** The query of the screen shown: filters, period, what is open. */
export const query = computed(() => url.value.searchParams);

export interface NavigateOptions {
  /** Overwrite the entry in the history instead of adding one. */
  replace?: boolean;
}

/** Asked before the path changes: whether it may. */
type Guard = (href: string) => boolean;
let guard: Guard | null = null;

/** Has every way to another path asked for first; returns how to stop. One at a time. */
export function guardLeaving(mine: Guard): () => void {
  guard = mine;
  return () => {
    if (guard === mine) guard = null;
  };
}

function mayLeave(next: URL): boolean {
  return next.pathname === url.value.pathname || !guard || guard(next.pathname + next.search);
}

/** Goes to a path of this app. */
export function navigate(href: string, { replace = false }: NavigateOptions = {}): void {
  const next = new URL(href, url.value);
  if (next.href === url.value.href || !mayLeave(next)) return;
  if (replace) history.replaceState(null, '', next);
  else history.pushState(null, '', next);
  url.value = next;
}

/** The current address with some parameters changed; null takes one away. */
export function hrefWith(changes: Record<string, string | null>): string {
  const next = new URL(url.value);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.searchParams.delete(name);
    else next.searchParams.set(name, value);
  }
  // Commas are fine in a query, and a list reads better with them.
  return next.pathname + next.search.replaceAll('%2C', ',');
}

function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const anchor = event.target instanceof Element ? event.target.closest('a') : null;
  if (!anchor?.href || anchor.target || anchor.hasAttribute('download') || anchor.origin !== window.location.origin)
    return;
  if (anchor.pathname.startsWith('/api/') || anchor.hash) return;
  event.preventDefault();
  navigate(anchor.href);
}

/** Follows the address bar, the back button and every link of the page. */
export function startLocation(): void {
  const read = () => {
    const next = new URL(window.location.href);
    if (mayLeave(next)) url.value = next;
    // Going back has happened by the time it is heard of: it is taken back.
    else history.pushState(null, '', url.value);
  };
  url.value = new URL(window.location.href);
  window.addEventListener('popstate', read);
  document.addEventListener('click', followLink);
}
