import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../worker/contact-files/openFile.ts';
import { PACK_ROWS } from '../../worker/workspace/importRecord.ts';
import type { WorkspaceState } from '../../worker/workspace/state.ts';
import {
  addImportRows,
  beginImport,
  cancelImport,
  editImport,
  listImportRows,
  planImport,
  readImport,
  startImport,
  undoImport,
} from '../../worker/workspace/verbs/intake/imports.ts';
import { goOnWithImport } from '../../worker/workspace/verbs/intake/runImport.ts';
import { TESTER, workspaceState } from '../support/workspaceState.ts';

const NOW = Date.UTC(2026, 10, 23);
/** What an import writes to, beside its own tables and the journal of merges, which only ever grows. */
const TABLES = ['contact', 'identifier', 'company', 'suggestion'];

/** Brings a file in as far as its plan; answers its id. */
function plan(state: WorkspaceState, text: string, now: number, system = 'crm'): string {
  const file = openFile(new TextEncoder().encode(text));
  if ('fault' in file) throw new Error(file.fault);
  const { header, delimiter, columns, preset } = file;
  const id = beginImport(state, {
    name: 'f.csv',
    bytes: text.length,
    preset,
    system,
    header,
    delimiter,
    columns,
    actor: TESTER,
    now,
  });
  const rows = [...file.rows];
  const packs = Array.from({ length: Math.ceil(rows.length / PACK_ROWS) }, (_, i) =>
    rows.slice(i * PACK_ROWS, (i + 1) * PACK_ROWS),
  );
  addImportRows(state, { id, packs, now });
  planImport(state, { id, now });
  goOn(state, id, now);
  return id;
}

/** Rings the clock until the import has nothing more to do; answers how often that was. */
function goOn(state: WorkspaceState, id: string, now: number, atMost = Number.POSITIVE_INFINITY): number {
  const number = state.imports.byId(id)?.number;
  let rings = 0;
  while (rings < atMost && goOnWithImport(state, String(number), now) !== undefined) rings += 1;
  return rings;
}

/** The file wins over whatever is known. */
function trust(state: WorkspaceState, id: string, now: number, system = 'crm'): string {
  editImport(state, { id, edit: { conflict: 'source', order: [system] }, now });
  goOn(state, id, now);
  return id;
}

function run(state: WorkspaceState, id: string, now: number): void {
  startImport(state, { id, actor: TESTER, now });
  goOn(state, id, now);
}

function undo(state: WorkspaceState, id: string, now: number): void {
  undoImport(state, { id, actor: TESTER, now });
  goOn(state, id, now);
}

/** Rows of few people, so that they meet: ids, emails and names of each are mixed up with the others'. */
const row = fc
  .record({
    id: fc.option(fc.integer({ min: 1, max: 12 }), { freq: 4, nil: null }),
    email: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }),
    name: fc.constantFrom('Ada Park', 'A. Park', 'Ben Lis', 'Ben L.', 'سارا رضایی', ''),
    phone: fc.constantFrom('', '09124580844', '0912 458 0845'),
    company: fc.constantFrom('', 'Ikon', 'Meblex'),
    stage: fc.constantFrom('', 'lead', 'customer'),
    day: fc.integer({ min: 1, max: 28 }),
    deleted: fc.boolean().map((yes) => (yes ? 'true' : 'false')),
    master: fc.option(fc.integer({ min: 1, max: 12 }), { freq: 6, nil: null }),
  })
  .map(({ id, email, name, phone, company, stage, day, deleted, master }) => {
    const updated = `2026-10-${String(day).padStart(2, '0')}`;
    const isGone = deleted === 'true' && id !== null;
    return [
      id ?? '',
      isGone,
      isGone ? (master ?? '') : '',
      name,
      email ? `e${email}@b.example` : '',
      phone,
      company,
      stage,
      updated,
    ].join(',');
  });
const HEADER = 'Id,IsDeleted,MasterRecordId,Name,Email,Phone,Company,stage,LastModifiedDate,FirstName,LastName';
// A system's file has each of its records once.
const file = fc
  .uniqueArray(row, { minLength: 1, maxLength: 30, selector: (one) => /^\d+/.exec(one)?.[0] ?? one })
  .map((rows) => `${HEADER}\n${rows.map((one) => `${one},,`).join('\n')}\n`);

describe('whatever is in a file', () => {
  it('comes out as planned, and its undo restores the tables to the row', () => {
    fc.assert(
      fc.property(file, file, (first, second) => {
        const { state, dump } = workspaceState();
        run(state, plan(state, first, NOW, 'salesforce'), NOW);
        const before = dump(TABLES);
        const id = plan(state, second, NOW + 60_000, 'salesforce');
        expect(dump(TABLES)).toEqual(before);
        run(state, id, NOW + 120_000);
        const done = readImport(state, { id });
        expect(done).toMatchObject({ status: 'done', differs: false });
        undo(state, id, NOW + 180_000);
        expect(dump(TABLES)).toEqual(before);
        expect(
          state.merges.list(Number.MAX_SAFE_INTEGER, 1_000).filter((one) => one.batch === 2 && one.undoneAt === null),
        ).toEqual([]);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('comes out as planned and is undone to the row where it wins over all that is known, too', () => {
    fc.assert(
      fc.property(file, file, (first, second) => {
        const { state, dump } = workspaceState();
        run(state, plan(state, first, NOW, 'salesforce'), NOW);
        const before = dump(TABLES);
        const id = trust(state, plan(state, second, NOW + 60_000, 'salesforce'), NOW + 60_000, 'salesforce');
        run(state, id, NOW + 120_000);
        expect(readImport(state, { id })).toMatchObject({ status: 'done', differs: false });
        undo(state, id, NOW + 180_000);
        expect(dump(TABLES)).toEqual(before);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('makes nobody new when it is brought in again', () => {
    fc.assert(
      fc.property(file, (text) => {
        const { state } = workspaceState();
        const living = text.replaceAll(/true,\d*/g, 'false,');
        run(state, plan(state, living, NOW), NOW);
        const people = state.contacts.count();
        const again = plan(state, living, NOW);
        expect(readImport(state, { id: again })?.planned?.create).toBe(0);
        run(state, again, NOW);
        // A file that calls one record by two names may join two people the second time, and never part them.
        expect(state.contacts.count()).toBeLessThanOrEqual(people);
      }),
      { numRuns: 40 },
    );
  });
});

describe('an import that was stopped', () => {
  it('at any pack is undone to the row', () => {
    const people = (from: number) =>
      `id,name,email\n${Array.from({ length: 450 }, (_, i) => `${from + i},Person ${from + i},p${from + i}@b.example`).join('\n')}\n`;
    for (const packs of [1, 2, 4]) {
      const { state, dump } = workspaceState();
      run(state, plan(state, people(0), NOW), NOW);
      const before = dump(TABLES);
      const id = plan(state, people(225), NOW + 60_000);
      startImport(state, { id, actor: TESTER, now: NOW });
      goOn(state, id, NOW, packs);
      cancelImport(state, { id, actor: TESTER, now: NOW });
      undo(state, id, NOW);
      expect(dump(TABLES)).toEqual(before);
    }
  });
});

describe('an undo', () => {
  it('leaves what was edited since, and gives back the rest', () => {
    const { state } = workspaceState();
    run(state, plan(state, 'id,name,stage,region,updated\n1,Ada Park,lead,Łódź,2026-01-01\n', NOW), NOW);
    const id = plan(state, 'id,name,stage,region,updated\n1,Ada Park,customer,Kraków,2026-02-01\n2,Ben Lis,,,\n', NOW);
    run(state, id, NOW);
    const ada = state.contacts.byNumber(state.identifiers.strong('external', 'crm', '1') ?? 0);
    if (!ada) throw new Error('nobody was made');
    ada.attributes['stage'] = 'partner';
    ada.provenance['stage'] = { source: 'admin', at: new Date(NOW + 1).toISOString() };
    state.contacts.update(ada, null, { called: 'ada park', search: 'ada park 1' });
    undo(state, id, NOW + 2);
    expect(state.contacts.byNumber(ada.number)?.attributes).toEqual({ stage: 'partner', region: 'Łódź' });
    expect(state.identifiers.strong('external', 'crm', '2')).toBeNull();
  });
});

describe('a file that wins over what is known', () => {
  const HEAD = 'id,name,email,stage,updated\n';
  const rows = (stage: string, updated: string) =>
    `${HEAD}1,Ada Park,ada@b.example,${stage},${updated}\n2,Ben Lis,,lead,${updated}\n`;

  it('mends what the same system said before, whatever its date, and says nothing new the second time', () => {
    const { state } = workspaceState();
    run(state, plan(state, rows('customr', '2026-02-01'), NOW), NOW);
    const ada = state.identifiers.strong('external', 'crm', '1') ?? 0;
    for (const [stage, updated] of [
      ['customer', '2026-02-01'],
      ['partner', '2026-01-01'],
    ] as const) {
      const mended = trust(state, plan(state, rows(stage, updated), NOW), NOW);
      expect(readImport(state, { id: mended })?.planned).toMatchObject({ update: 1, skip: 1 });
      run(state, mended, NOW);
      expect(state.contacts.byNumber(ada)?.attributes['stage']).toBe(stage);
      const again = trust(state, plan(state, rows(stage, updated), NOW), NOW);
      expect(readImport(state, { id: again })?.planned).toMatchObject({ create: 0, update: 0, merge: 0, skip: 2 });
    }
  });

  it('says nothing new the second time, either, where a system has two records of one person', () => {
    const { state } = workspaceState();
    const text = readFileSync(new URL('../../demo/data/contacts-hubspot.csv', import.meta.url), 'utf8');
    const bring = () => {
      const id = trust(state, plan(state, text, NOW, 'hubspot'), NOW, 'hubspot');
      const planned = readImport(state, { id })?.planned;
      run(state, id, NOW);
      expect(readImport(state, { id })).toMatchObject({ differs: false });
      return planned;
    };
    expect(bring()).toMatchObject({ create: 184, merge: 16 });
    expect(bring()).toMatchObject({ create: 0, update: 0, merge: 0, skip: 200 });
  });

  it('keeps what it said when the file before it, of the same date, is undone', () => {
    const { state } = workspaceState();
    run(state, plan(state, rows('lead', '2026-01-01'), NOW), NOW);
    const typo = plan(state, rows('customr', '2026-02-01'), NOW);
    run(state, typo, NOW);
    run(state, trust(state, plan(state, rows('customer', '2026-02-01'), NOW), NOW), NOW);
    undo(state, typo, NOW);
    const ada = state.identifiers.strong('external', 'crm', '1') ?? 0;
    expect(state.contacts.byNumber(ada)?.attributes['stage']).toBe('customer');
  });
});

describe('what an undo says that it did', () => {
  const HEAD = 'id,name,email,stage\n';
  const known = (text: string) => {
    const { state } = workspaceState();
    run(state, plan(state, `${HEAD}1,Ada Park,,lead\n2,Ben Lis,ben@b.example,lead\n`, NOW), NOW);
    const id = plan(state, `${HEAD}${text}`, NOW + 1);
    run(state, id, NOW + 1);
    undo(state, id, NOW + 2);
    return readImport(state, { id })?.undo;
  };

  it('counts a person as given back whose address alone went, and one whose fields were changed', () => {
    expect(known('1,Ada Park,ada@b.example,\n3,New One,,\n')).toMatchObject({ removed: 1, restored: 1, parted: 0 });
    expect(known('1,Ada Park,,partner\n')).toMatchObject({ removed: 0, restored: 1, parted: 0 });
  });

  it('counts everybody once, however many rows and packs told of them, and whom it made not as given back', () => {
    const fillers = Array.from({ length: 2 * PACK_ROWS }, (_, i) => `x${i},Filler ${i},,\n`).join('');
    const text = `1,Ada Park,ada@b.example,\n3,New One,,\n${fillers}1,Ada Park,ada@b.example,partner\n3,New One,new@b.example,\n`;
    expect(known(text)).toMatchObject({ removed: 1 + 2 * PACK_ROWS, restored: 1, parted: 0 });
  });

  it('does not count a second record of somebody as a person removed', () => {
    expect(known('4,Ben Lis,ben@b.example,\n')).toMatchObject({ removed: 0, parted: 1 });
  });

  it('counts the same when what it has in memory is lost on the way', () => {
    const { state } = workspaceState();
    run(state, plan(state, `${HEAD}1,Ada Park,,lead\n`, NOW), NOW);
    const fillers = Array.from({ length: 2 * PACK_ROWS }, (_, i) => `x${i},Filler ${i},,\n`).join('');
    const id = plan(state, `${HEAD}1,Ada Park,ada@b.example,\n${fillers}1,Ada Park,,partner\n`, NOW + 1);
    run(state, id, NOW + 1);
    undoImport(state, { id, actor: TESTER, now: NOW + 2 });
    while (goOn(state, id, NOW + 2, 1) > 0) state.givenBack.clear();
    expect(readImport(state, { id })?.undo).toMatchObject({ removed: 2 * PACK_ROWS, restored: 1 });
  });
});

describe('records that their system has merged one into another', () => {
  const OF_SALESFORCE = 'Id,IsDeleted,MasterRecordId,LastName,FirstName,Email';
  const [a, b, c, d] = [
    '003A,true,003B,Park,Ada,ada.a@b.example',
    '003B,true,003C,Park,Ada,ada.b@b.example',
    '003C,true,003D,Park,A.,ada.c@b.example',
    '003D,false,,Park,Ada,ada.d@b.example',
  ] as const;
  /** In every order. */
  const orders = (rows: readonly string[]): string[][] =>
    rows.length < 2
      ? [[...rows]]
      : rows.flatMap((row) => orders(rows.filter((other) => other !== row)).map((rest) => [row, ...rest]));
  const brought = (rows: readonly string[]) => {
    const { state } = workspaceState();
    const id = plan(state, `${OF_SALESFORCE}\n${rows.join('\n')}\n`, NOW, 'salesforce');
    const planned = listImportRows(state, { id, limit: 200 })?.items;
    run(state, id, NOW + 60_000);
    const done = listImportRows(state, { id, limit: 200 })?.items;
    const whys = (items = done) => items?.map(({ verdict, why }) => `${verdict} ${why}`).toSorted();
    const holder = (norm: string) => {
      const leaf = state.identifiers.strong('external', 'salesforce', norm);
      return leaf === null ? null : state.contacts.root(leaf)?.number;
    };
    expect(readImport(state, { id })).toMatchObject({ status: 'done', differs: false });
    expect(whys(planned)).toEqual(whys(done));
    return { state, id, whys: whys(), people: ['003A', '003B', '003C', '003D'].map(holder) };
  };

  it('are the last of them, whatever the order of the rows', () => {
    for (const rows of orders([a, b, c, d])) {
      const { state, people, whys, id } = brought(rows);
      expect(people, rows.join('\n')).toEqual([people[3], people[3], people[3], expect.any(Number)]);
      expect(whys).toEqual(['create null', 'merge null', 'merge null', 'merge null']);
      undo(state, id, NOW + 120_000);
      expect(state.contacts.count()).toBe(0);
    }
  });

  it('and far from it in the file, are the last of them too', () => {
    const others = (from: number) =>
      Array.from({ length: 1_100 }, (_, i) => `003X${from + i},false,,Nowak${from + i},Ewa,`);
    const { people, state, id } = brought([a, ...others(0), d, ...others(5_000), b, c]);
    expect(people).toEqual([people[3], people[3], people[3], expect.any(Number)]);
    expect(listImportRows(state, { id, verdict: 'merge', limit: 200 })?.items).toHaveLength(3);
  });

  it('are no more than deleted when the last of them is not in the file, deleted itself, or one of them again', () => {
    const into = (row: string, master: string) => row.replace(/true,\w*/, `true,${master}`);
    const gone = ['skip master-missing', 'skip master-missing', 'skip master-missing'];
    for (const rows of orders([a, b, c])) expect(brought(rows).whys).toEqual(gone);
    for (const rows of orders([a, b, into(c, '')]))
      expect(brought(rows).whys).toEqual(['skip deleted-unknown', ...gone.slice(1)]);
    for (const rows of orders([a, b, into(c, '003A')])) expect(brought(rows).whys).toEqual(gone);
  });
});
