import { ConnectorError } from '../../connectors/connectorError.ts';
import { retryIn } from '../../connectors/retryIn.ts';
import type { WorkspaceState } from '../state.ts';
import type { ConnectionRecord } from '../tables/connections.ts';

const HOUR = 3_600_000;
/** After so many failures on end it is said to be failing, though it is tried on. */
const PATIENCE = 5;

/**
 * Keeps what went wrong with a connection where it can be seen.
 *
 * @returns when to try again: as they ask, or after a while that grows; hourly where somebody has to do something first
 * @throws what is no fault of theirs
 */
export function noteFault(state: WorkspaceState, connection: ConnectionRecord, error: unknown, now: number): number {
  if (!(error instanceof ConnectorError)) throw error;
  const failures = connection.failures + 1;
  const wait = error.retryAfter ?? (error.isPassing ? retryIn(failures, randomOf(state)) : HOUR);
  const at = now + wait;
  const { code, status, detail } = error;
  // A limit is no failure: it is how they say when to come again.
  const isFailing = !error.isPassing || (code !== 'rate-limited' && failures >= PATIENCE);
  const isNew =
    connection.fault?.code !== code || connection.fault.status !== status || connection.fault.detail !== detail;
  state.connections.save({
    ...connection,
    status: isFailing ? 'failing' : connection.status,
    fault: { code, status, detail, at: now },
    failures: code === 'rate-limited' ? connection.failures : failures,
    nextRunAt: at,
    updatedAt: now,
  });
  if (isNew) {
    state.syncLog.add(connection.id, now, {
      event: 'fault',
      counts: null,
      fault: { code, status, detail },
      written: 0,
      renewed: 0,
      takenBack: 0,
    });
  }
  return at;
}

function randomOf(state: WorkspaceState): number {
  const [byte = 0] = state.random(1);
  return byte / 256;
}
