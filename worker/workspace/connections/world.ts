import type { OpenConnector } from '../../connectors/connector.ts';
import type { WorkspaceState } from '../state.ts';
import type { ConnectionRecord } from '../tables/connections.ts';

/** What the jobs of connections need: they wait for others, and the state may be another object afterwards. */
export interface ConnectionWorld {
  readonly state: WorkspaceState;
  /** Carries out a verb whole or not at all. */
  write<T>(work: () => T): T;
  /** A connector with its credentials in hand. */
  open(connection: ConnectionRecord): Promise<OpenConnector>;
}
