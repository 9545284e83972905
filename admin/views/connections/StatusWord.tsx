import type { Connection } from '../../../contract/connection.ts';
import { t } from '../../messages/translate.ts';
import { reads, statusKey } from '../../models/connections.ts';

/** How a connection is, with a mark: solid runs, hollow is paused, rust needs somebody. */
export function StatusWord({ connection }: { connection: Connection }) {
  const state = connection.status === 'active' && reads(connection) ? 'reading' : connection.status;
  return (
    <span class="connection-status small" data-state={state}>
      <i class="connection-mark" aria-hidden="true" />
      {t(statusKey(connection))}
    </span>
  );
}
