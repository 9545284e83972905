import { computed, signal } from '@preact/signals';
import { mayActAs, type Role } from '../../contract/role.ts';
import type { Session } from '../../contract/workspace.ts';
import * as api from '../api.ts';
import { navigate, path, query } from './location.ts';
import { workspaceSettings } from './regional.ts';

/** Who is signed in, to what. `undefined` until the server has answered; null when nobody is. */
export const session = signal<Session | null | undefined>(undefined);
/** Why the session could not be read, other than that nobody is signed in. */
export const sessionError = signal<api.ApiError | null>(null);

/** Whether the person signed in may do what asks for at least this role. */
export function may(least: Role): boolean {
  return session.value ? mayActAs(session.value.role, least) : false;
}

export const isAdmin = computed(() => may('admin'));

function leave(): void {
  session.value = null;
  workspaceSettings.value = null;
  if (path.value === '/sign-in') return;
  const back = window.location.pathname + window.location.search;
  navigate(back === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(back)}`, { replace: true });
}

/** Reads who is signed in; sends nobody to the sign-in. */
export async function loadSession(): Promise<void> {
  try {
    const current = await api.getSession();
    session.value = current;
    workspaceSettings.value = current.settings;
    sessionError.value = null;
  } catch (error) {
    if (!(error instanceof api.ApiError)) throw error;
    if (error.status === 401) leave();
    else sessionError.value = error;
  }
}

/** Signs in and goes where the person was headed. Throws ApiError when refused. */
export async function signIn(credentials: { email: string; password: string }): Promise<void> {
  await api.signIn(credentials);
  await loadSession();
  if (!session.value) return;
  const next = query.value.get('next') ?? '/overview';
  // Only a path of this app: anything else could lead to somebody else's page.
  navigate(/^\/(?![/\\])/.test(next) ? next : '/overview', { replace: true });
}

/** Signs out, here and on the server. */
export async function signOut(): Promise<void> {
  await api.signOut();
  leave();
}

/** Reads the session, and watches for its end. */
export async function startSession(): Promise<void> {
  api.onSignedOut(leave);
  await loadSession();
}
