import { describe, expect, it } from 'vitest';
import { TRUSTS } from '../../contract/metric.ts';
import type { Incoming, Intake } from '../../worker/workspace/intake.ts';
import { undoMerge } from '../../worker/workspace/verbs/identity/mergeContacts.ts';
import { takeIn } from '../../worker/workspace/verbs/intake/takeIn.ts';
import { TESTER, workspaceState } from '../support/workspaceState.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 23);

function record(one: Partial<Incoming>): Incoming {
  return {
    externalIds: [],
    email: '',
    phones: [],
    name: '',
    company: '',
    attributes: {},
    createdAt: null,
    updatedAt: NOW - DAY,
    ...one,
  };
}

function intake(source: string, more: Partial<Intake> = {}): Intake {
  return { source, trust: TRUSTS.indexOf('verified'), conflict: 'newest', actor: TESTER, ...more };
}

const hubspot = (value: string) => [{ system: 'hubspot', value }];

describe('a record', () => {
  it('of somebody new makes a contact with everything it brings', () => {
    const { state } = workspaceState();
    const taken = takeIn(
      state,
      record({
        externalIds: hubspot('1'),
        email: 'Ada@B.example',
        phones: ['0912 458 0844'],
        name: 'Ada Park',
        company: 'B',
        attributes: { renewal: '2027-01-22' },
      }),
      intake('import:hubspot'),
      NOW,
    );
    expect(taken).toMatchObject({ verdict: 'create', notes: [] });
    const contact = state.contacts.byNumber(taken.contact ?? 0);
    expect(contact).toMatchObject({ name: 'Ada Park', company: 'B', attributes: { renewal: '2027-01-22' } });
    expect(contact?.provenance['renewal']).toEqual({ source: 'import:hubspot', at: new Date(NOW - DAY).toISOString() });
    expect(
      state.identifiers
        .ofContacts([taken.contact ?? 0])
        .map(({ kind, norm }) => `${kind} ${norm}`)
        .sort(),
    ).toEqual(['email ada@b.example', 'external 1', 'phone +989124580844']);
  });

  it('that comes again changes nothing, also one without any identifier', () => {
    const { state, dump } = workspaceState();
    const TABLES = ['contact', 'identifier', 'merge', 'suggestion'];
    for (const one of [
      record({ externalIds: hubspot('1'), email: 'ada@b.example', name: 'Ada Park' }),
      record({ name: 'Nobody Known', company: 'B' }),
      record({ name: 'Somebody Else', email: 'ada@b.example' }),
    ]) {
      takeIn(state, one, intake('import:hubspot'), NOW);
      const before = dump(TABLES);
      expect(takeIn(state, one, intake('import:hubspot'), NOW)).toMatchObject({ verdict: 'skip', why: 'unchanged' });
      expect(dump(TABLES)).toEqual(before);
    }
  });

  it('with a cell that cannot be used goes in without it, and says so', () => {
    const { state } = workspaceState();
    const taken = takeIn(
      state,
      record({ name: 'Ada', email: 'not-an-email', phones: ['x'] }),
      intake('import:crm'),
      NOW,
    );
    expect(taken).toMatchObject({
      verdict: 'create',
      notes: [
        { field: 'email', why: 'unusable' },
        { field: 'phone', why: 'unusable' },
      ],
    });
  });

  it('with nothing usable is refused', () => {
    const { state } = workspaceState();
    expect(takeIn(state, record({ email: '@' }), intake('import:crm'), NOW)).toMatchObject({
      verdict: 'refuse',
      why: 'nothing-usable',
      contact: null,
    });
  });

  it('of somebody erased is refused', () => {
    const { state } = workspaceState();
    state.tombstones.add('email', '', 'ada@b.example', 1);
    const taken = takeIn(state, record({ email: 'ADA@b.example', name: 'Ada' }), intake('import:crm'), NOW);
    expect(taken).toMatchObject({ verdict: 'refuse', why: 'erased' });
  });

  it('of somebody called otherwise with the same address is a person of their own, to be looked at', () => {
    const { state } = workspaceState();
    const first = takeIn(
      state,
      record({ externalIds: hubspot('1'), email: 'home@b.example', name: 'Ada Park' }),
      intake('import:hubspot'),
      NOW,
    );
    const second = takeIn(
      state,
      record({ externalIds: hubspot('2'), email: 'home@b.example', name: 'Ben Park' }),
      intake('import:hubspot'),
      NOW,
    );
    expect(second).toMatchObject({ verdict: 'create', why: 'shared-email' });
    expect(state.suggestions.between([first.contact ?? 0], [second.contact ?? 0])).toHaveLength(1);
    expect(state.identifiers.strong('email', '', 'home@b.example')).toBe(first.contact);
  });

  it('that is a system’s second of one person is merged, and can be parted again', () => {
    const { state } = workspaceState();
    const first = takeIn(
      state,
      record({ externalIds: hubspot('1'), email: 'ada@b.example', name: 'Ada Park', attributes: { stage: 'lead' } }),
      intake('import:hubspot'),
      NOW,
    );
    const second = takeIn(
      state,
      record({
        externalIds: hubspot('2'),
        email: 'ada@b.example',
        name: 'Ada Park',
        attributes: { stage: 'customer' },
        updatedAt: NOW - DAY / 2,
      }),
      intake('import:hubspot'),
      NOW,
    );
    expect(second).toMatchObject({ verdict: 'merge', contact: first.contact });
    const root = state.contacts.root(first.contact ?? 0);
    expect(root?.attributes['stage']).toBe('customer');
    const [merge] = state.merges.list(Number.MAX_SAFE_INTEGER, 5);
    undoMerge(state, merge?.id ?? '', TESTER, NOW);
    expect(state.contacts.root(first.contact ?? 0)?.attributes['stage']).toBe('lead');
    const parted = state.contacts.root(merge?.absorbed ?? 0);
    expect(parted).toMatchObject({ number: merge?.absorbed, name: 'Ada Park', attributes: { stage: 'customer' } });
  });
});

describe('what is known already', () => {
  function known() {
    const { state } = workspaceState();
    const one = record({ externalIds: hubspot('1'), name: 'Michał Nowak', attributes: { stage: 'lead' } });
    const { contact } = takeIn(state, one, intake('import:hubspot'), NOW);
    const stage = (more: Partial<Incoming>, how: Intake) => {
      takeIn(state, record({ externalIds: hubspot('1'), ...more }), how, NOW);
      return state.contacts.byNumber(contact ?? 0);
    };
    return stage;
  }
  const later = { updatedAt: NOW - 1_000, attributes: { stage: 'customer' } };
  const earlier = { updatedAt: NOW - 5 * DAY, attributes: { stage: 'visitor' } };

  it('gives way to what is newer, by the source’s own time, and not to what is older', () => {
    expect(known()(later, intake('import:salesforce'))?.attributes['stage']).toBe('customer');
    expect(known()(earlier, intake('import:salesforce'))?.attributes['stage']).toBe('lead');
  });

  it('gives way to a source that comes before its own', () => {
    const how = intake('import:salesforce', { conflict: 'source', order: ['salesforce', 'hubspot'] });
    expect(known()(earlier, how)?.attributes['stage']).toBe('visitor');
    const other = intake('import:salesforce', { conflict: 'source', order: ['hubspot', 'salesforce'] });
    expect(known()(later, other)?.attributes['stage']).toBe('lead');
  });

  it('gives way to what its own source says now, whatever the dates, and the same again is nothing new', () => {
    const how = intake('import:hubspot', { conflict: 'source', order: ['hubspot'] });
    for (const updatedAt of [NOW - 1_000, NOW - DAY, NOW - 5 * DAY]) {
      const { state } = workspaceState();
      const one = record({ externalIds: hubspot('1'), name: 'Michał Nowak', attributes: { stage: 'lead' } });
      takeIn(state, one, intake('import:hubspot'), NOW);
      const mended = { ...one, updatedAt, attributes: { stage: 'partner' } };
      expect(takeIn(state, mended, how, NOW)).toMatchObject({ verdict: 'update', changed: ['stage'], stays: [] });
      expect(takeIn(state, mended, how, NOW)).toMatchObject({ verdict: 'skip', why: 'unchanged', stays: [] });
    }
    expect(known()(earlier, intake('import:hubspot', { conflict: 'source' }))?.attributes['stage']).toBe('lead');
  });

  it('is kept where that is the rule, of all or of one field', () => {
    expect(known()(later, intake('x', { conflict: 'keep' }))?.attributes['stage']).toBe('lead');
    const how = intake('x', { conflict: 'newest', perField: { stage: 'keep' } });
    const after = known()({ ...later, attributes: { stage: 'customer', region: 'Łódź' } }, how);
    expect(after?.attributes).toEqual({ stage: 'lead', region: 'Łódź' });
  });

  it('is never overwritten by nothing, nor a name by its initials', () => {
    const after = known()({ updatedAt: NOW, name: 'M. Nowak', attributes: { stage: '' } }, intake('x'));
    expect(after).toMatchObject({ name: 'Michał Nowak', attributes: { stage: 'lead' } });
  });
});
