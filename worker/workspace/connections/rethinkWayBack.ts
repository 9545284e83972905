import type { WorkspaceState } from '../state.ts';

/**
 * People changed: answers of somebody whom a system knows now go there, and those that stand on somebody who is not them
 * any more are thought over. For the clock's job `derive`.
 */
export function rethinkWayBack(state: WorkspaceState, contacts: readonly number[], now: number): void {
  if (state.connections.writers().length === 0) return;
  const roots = new Set([...state.contacts.roots(contacts).values()].map(({ number }) => number));
  for (const family of state.contacts.families([...roots]).values()) {
    const rows = state.wayBack.ofContacts(family).filter(({ state: at }) => at === 'unknown' || at === 'sent');
    if (rows.length === 0) continue;
    const ids = state.identifiers.ofContacts(family).filter(({ kind }) => kind === 'external');
    for (const row of rows) {
      const system = state.connections.byId(row.connection)?.system;
      const theirs = ids.filter((one) => one.system === system).map(({ value }) => value);
      const isRight = row.state === 'unknown' ? theirs.length === 0 : theirs.includes(row.remoteContact ?? '');
      if (isRight) continue;
      state.wayBack.save({ ...row, state: 'waiting', due: now, version: row.version + 1 });
      state.clock.plan('way-back', row.connection, now);
    }
  }
}
