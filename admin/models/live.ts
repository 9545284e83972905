import { signal } from '@preact/signals';
import type { LiveMessage, ResponseMessage } from '../../contract/live.ts';
import { openLive } from '../api.ts';
import { now } from './clock.ts';

/** Whether answers are arriving by themselves right now. */
export const connected = signal(false);

/**
 * How often what is on screen may have missed something and is read again: the stream came back after it broke, or people
 * were joined or parted.
 */
export const resumed = signal(0);

type Listener = (message: ResponseMessage) => void;
const listeners = new Set<Listener>();
type Watcher = (contacts: readonly string[]) => void;
const watchers = new Set<Watcher>();
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

let socket: WebSocket | null = null;
let retry = 0;
let wait = FIRST_WAIT;
let wanted = false;
let broken = false;

let reread = 0;

/** An import joins many at once: what is on screen is read again once for all of them. */
function peopleChanged(): void {
  clearTimeout(reread);
  reread = window.setTimeout(() => {
    resumed.value += 1;
  }, 500);
}

function connect(): void {
  const mine = openLive();
  socket = mine;
  mine.addEventListener('open', () => {
    connected.value = true;
    if (broken) resumed.value += 1;
    broken = false;
    wait = FIRST_WAIT;
  });
  mine.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (typeof event.data !== 'string' || !event.data.startsWith('{')) return;
    const message: LiveMessage = JSON.parse(event.data);
    now.value = Date.now();
    if (message.type === 'contact.erased') {
      for (const watcher of watchers) watcher(message.contacts);
      // Whatever lists people or answers may show them still: it reads again.
      resumed.value += 1;
    } else if (message.type === 'people.changed') peopleChanged();
    else for (const listener of listeners) listener(message);
  });
  mine.addEventListener('close', () => {
    if (socket !== mine) return;
    connected.value = false;
    if (!wanted) return;
    broken = true;
    // Not all admins at once when the server comes back.
    retry = window.setTimeout(connect, wait * (0.75 + Math.random() / 2));
    wait = Math.min(LONGEST_WAIT, wait * 2);
  });
}

/** Listens to answers that came or changed; returns how to stop. */
export function onLive(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Listens to people being erased, by every id they had; returns how to stop. */
export function onErased(watcher: Watcher): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Opens the stream, and again whenever it breaks. */
export function startLive(): void {
  if (wanted) return;
  wanted = true;
  connect();
}

/** Closes the stream. */
export function stopLive(): void {
  wanted = false;
  broken = false;
  clearTimeout(retry);
  socket?.close();
  socket = null;
  connected.value = false;
}
