import type { SyncCounts } from '../../../contract/connection.ts';
import type { IntakeVerdict } from '../../../contract/imports.ts';
import { TRUSTS } from '../../../contract/metric.ts';
import type { RemoteRecord, Stream } from '../../connectors/connector.ts';
import { attributesOf, incomingOf } from '../../connectors/incomingOf.ts';
import { foldText } from '../../identity/foldText.ts';
import type { Intake } from '../intake.ts';
import type { WorkspaceState } from '../state.ts';
import type { ConnectionRecord } from '../tables/connections.ts';
import { takeIn } from '../verbs/intake/takeIn.ts';

const COUNTED: Record<IntakeVerdict, keyof SyncCounts> = {
  create: 'created',
  update: 'updated',
  merge: 'merged',
  skip: 'unchanged',
  refuse: 'refused',
};

/** Takes in some records of a stream; answers what became of them. */
export function takeRecords(
  state: WorkspaceState,
  connection: ConnectionRecord,
  { kind }: Stream,
  records: readonly RemoteRecord[],
  now: number,
): Partial<SyncCounts> {
  const counts: Partial<SyncCounts> = {};
  for (const record of records) {
    const became =
      kind === 'companies' ? takeCompany(state, connection, record, now) : takePerson(state, connection, record, now);
    counts[became] = (counts[became] ?? 0) + 1;
    counts.read = (counts.read ?? 0) + 1;
  }
  return counts;
}

function takePerson(
  state: WorkspaceState,
  { system, mapping, conflict }: ConnectionRecord,
  record: RemoteRecord,
  now: number,
): keyof SyncCounts {
  const company = record.company === null ? null : (state.companies.byExternal(system, record.company)?.name ?? null);
  const intake: Intake = {
    source: `connector:${system}`,
    trust: TRUSTS.indexOf('verified'),
    conflict,
    actor: { id: 'system', name: system },
  };
  const { verdict, why } = takeIn(state, incomingOf(system, mapping.contacts, record, company), intake, now);
  return why === 'deleted-there' ? 'removed' : COUNTED[verdict];
}

function takeCompany(
  state: WorkspaceState,
  { system, mapping, conflict }: ConnectionRecord,
  record: RemoteRecord,
  now: number,
): keyof SyncCounts {
  // The people of a company that was deleted there still name it.
  if (record.deleted) return 'unchanged';
  const { name } = incomingOf(system, mapping.companies, record, null);
  const folded = foldText(name);
  if (folded === '') return 'refused';
  const source = `connector:${system}`;
  const number = state.companies.ensure({ name, folded, source }, now);
  if (state.companies.byExternal(system, record.id)?.number !== number) {
    state.companies.identify(number, system, record.id);
  }
  const known = state.companies.byNumber(number);
  if (!known) throw new Error('a company made is a company known');
  const at = record.updatedAt ?? now;
  const brought = Object.entries(attributesOf(mapping.companies, record.values)).filter(([key, value]) => {
    if (known.attributes[key] === value) return false;
    const from = known.provenance[key];
    if (known.attributes[key] === undefined || conflict === 'source') return true;
    return conflict === 'newest' && (!from || Date.parse(from.at) < at);
  });
  if (brought.length === 0) return 'unchanged';
  const provenance = { source, at: new Date(at).toISOString() };
  state.companies.update({
    ...known,
    attributes: { ...known.attributes, ...Object.fromEntries(brought) },
    provenance: { ...known.provenance, ...Object.fromEntries(brought.map(([key]) => [key, provenance])) },
    updatedAt: now,
  });
  return 'companies';
}
