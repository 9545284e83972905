import { ConnectionArea } from './areas/connections.ts';
import { MASKED_TAG } from './runtime.ts';
import { verifyFacts } from './verifyFacts.ts';

/** Says whose a live channel is; set by the worker alone. */
export const LISTENER_HEADER = 'x-touchstone-listener';
/** Whether they read identifiers masked; set by the worker alone. */
export const MASKED_HEADER = 'x-touchstone-masked';

/**
 * One workspace: a single writer over its own SQLite, so identity decisions have no races and one workspace cannot see
 * another. The methods of its areas are what the worker may ask of it; each is one verb, and time always comes along.
 */
export class Workspace extends ConnectionArea {
  /** What waits for others goes on after this, so that it holds up no other job; its lease outlives a crash. */
  override alarm(): void {
    for (const waiting of this.runtime.state.clock.ring(Date.now())) this.ctx.waitUntil(waiting);
  }

  /** Does all of the clock's work as of `now`, without waiting for the alarm. */
  async runClock(now: number): Promise<void> {
    do {
      await Promise.all(this.runtime.state.clock.ring(now));
    } while (this.runtime.state.clock.isDue(now));
  }

  /** Rows read and written since the object woke up, alarms set included: the bill. */
  meter(): { read: number; written: number } {
    return this.runtime.meter();
  }

  /** How many rows of both streams wait to be sealed. */
  unsealed(): number {
    return this.runtime.state.responseFacts.unsealed + this.runtime.state.displayFacts.unsealed;
  }

  /** The sealed blocks of both streams, without their contents. */
  blocks() {
    return { responses: this.runtime.state.responseFacts.sealed(), displays: this.runtime.state.displayFacts.sealed() };
  }

  verify() {
    return verifyFacts(this.runtime.state);
  }

  /** Upgrades to the live channel. Sockets hibernate: an idle admin costs nothing. The worker names who listens. */
  override fetch(request: Request): Response {
    const { 0: client, 1: server } = new WebSocketPair();
    const isMasked = request.headers.get(MASKED_HEADER) !== 'false';
    this.ctx.acceptWebSocket(server, [request.headers.get(LISTENER_HEADER) ?? '', ...(isMasked ? [MASKED_TAG] : [])]);
    return new Response(null, { status: 101, webSocket: client });
  }

  /** Ends what somebody listens to, when they sign out. */
  closeLive(listener: string): void {
    for (const socket of this.ctx.getWebSockets(listener)) socket.close(4001, 'signed out');
  }

  override webSocketMessage(): void {
    // The channel only speaks; what it hears is ignored.
  }

  override webSocketClose(socket: WebSocket): void {
    socket.close();
  }
}
