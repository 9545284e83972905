import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { LiveMessage, ResponseMessage } from '../../contract/live.ts';

export interface LiveSocket {
  /** What was heard of answers so far, oldest first. */
  heard: ResponseMessage[];
  /** Ids of people who were erased. */
  erased: string[];
  /** All that was said, word by word. */
  everything: string[];
  isOpen(): boolean;
  send(text: string): void;
  close(): void;
}

/** Opens the live channel as a page would, cookies and all. Node's WebSocket takes headers, which browsers' do not. */
export async function openLive(origin: string, headers: Record<string, string>): Promise<LiveSocket> {
  const url = `${origin.replace(/^http/, 'ws')}/api/live`;
  // Constructed by reflection, since the types are those of browsers.
  const socket: WebSocket = Reflect.construct(WebSocket, [url, { headers }]);
  const heard: ResponseMessage[] = [];
  const erased: string[] = [];
  const everything: string[] = [];
  socket.addEventListener('message', ({ data }) => {
    everything.push(String(data));
    const message = JSON.parse(String(data)) as LiveMessage;
    if (message.type === 'contact.erased') erased.push(...message.contacts);
    else if ('response' in message) heard.push(message);
  });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error('the live channel did not open')));
  });
  return {
    heard,
    erased,
    everything,
    isOpen: () => socket.readyState === WebSocket.OPEN,
    send: (text) => socket.send(text),
    close: () => socket.close(),
  };
}

/** Asks for the live channel and answers with what was said instead: its status, content type and text. 101: it opened. */
export function askForLive(
  origin: string,
  headers: Record<string, string>,
): Promise<{ status: number; type: string; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(`${origin}/api/live`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
        ...headers,
      },
    });
    asked.on('upgrade', (_, socket) => {
      socket.destroy();
      resolve({ status: 101, type: '', text: '' });
    });
    asked.on('response', (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', text }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}
