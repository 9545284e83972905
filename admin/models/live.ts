import { signal } from '@preact/signals';
import type { LiveMessage } from '../../contract/live.ts';
import { openLive } from '../api.ts';
import { now } from './clock.ts';

/** Whether answers are arriving by themselves right now. */
export const connected = signal(false);

/** How often the stream came back after it broke: what is on screen may have missed something and is read again. */
export const resumed = signal(0);

type Listener = (message: LiveMessage) => void;
const listeners = new Set<Listener>();
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

let socket: WebSocket | null = null;
let retry = 0;
let wait = FIRST_WAIT;
let wanted = false;
let broken = false;

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
    for (const listener of listeners) listener(message);
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

/** Listens to what just changed; returns how to stop. */
export function onLive(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
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
