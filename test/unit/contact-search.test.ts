import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsWord, wordStarts } from '../../worker/identity/wordStarts.ts';
import { deriveSome } from '../../worker/workspace/derived/derived.ts';
import { WorkspaceState } from '../../worker/workspace/state.ts';
import { Database } from '../../worker/workspace/tables/database.ts';
import { migrate } from '../../worker/workspace/tables/migrate.ts';
import { createPerson } from '../../worker/workspace/verbs/identity/createPerson.ts';
import { COUNTED_MAX, countContacts, findContacts } from '../../worker/workspace/verbs/people/findContacts.ts';
import { saveContact } from '../../worker/workspace/verbs/people/saveContact.ts';
import { searchWords } from '../../worker/workspace/verbs/people/searchText.ts';
import { sqlStorageOf, transactionOf } from '../support/sqlStorage.ts';

function workspace() {
  const sqlite = new DatabaseSync(':memory:');
  const db = new Database(sqlStorageOf(sqlite));
  migrate(db, 0, transactionOf(sqlite));
  const state = new WorkspaceState({
    db,
    wakeAt: () => {},
    listening: () => false,
    broadcast: () => {},
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    report: (error) => {
      throw error;
    },
    running: new Set(),
    jobs: () => ({}) as never,
  });
  return { sqlite, state };
}

const all = { before: Number.MAX_SAFE_INTEGER, limit: 10_000 };
const found = (state: WorkspaceState, q: string, inIdentifiers = true) =>
  findContacts(state, { words: searchWords(q), inIdentifiers }, all.before, all.limit);

/** What a search must find: every root one by one, by the texts of its family. */
function recount({ sqlite, state }: ReturnType<typeof workspace>, q: string, inIdentifiers: boolean): number[] {
  const rows = sqlite.prepare('SELECT number, called, search FROM contact').all() as {
    number: number;
    called: string;
    search: string;
  }[];
  const texts = new Map<number, string>();
  for (const row of rows) {
    const root = state.contacts.root(row.number)?.number ?? 0;
    texts.set(root, `${texts.get(root) ?? ''} ${inIdentifiers ? row.search : row.called}`);
  }
  return [...texts]
    .filter(([, text]) => searchWords(q).every((word) => holdsWord(text.trim(), word)))
    .map(([root]) => root)
    .sort((a, b) => b - a);
}

const NAMES = [
  'Łukasz Żółty',
  'Anna Nowak',
  'Ana-Maria Nowak',
  'سارا موسوی‌نژاد',
  'سارا موسوي نژاد',
  '王小明',
  'O’Neil',
  '',
];
const MAILS = ['a.nowak@poczta.example', 'lukasz@firma.example', 'sara.m@ikon.example', '小明@例え.example'];
const QUERIES = [
  'a',
  'an',
  'ana',
  'now ann',
  'lukasz',
  'ŁU',
  'ł',
  'zol',
  'سا',
  'موسوینژاد',
  'موسوي‌نژاد',
  'نژاد',
  'ژاد',
  '小明',
  '明',
  '王小明',
  '0912',
  '09121',
  '۰۹۱۲۱۲۳',
  '+98',
  'ikon',
  'k@',
  '@ik',
  'example',
  "o'",
  'neil',
  '"',
  '""',
  '*',
  'x-1',
  'zzz',
  'AND',
  'OR a',
];

const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), name: fc.constantFrom(...NAMES), mail: fc.constantFrom('', ...MAILS) }),
  fc.record({ do: fc.constant('rename' as const), who: fc.nat(), name: fc.constantFrom(...NAMES) }),
  fc.record({ do: fc.constant('merge' as const), who: fc.nat(), into: fc.nat() }),
  fc.record({ do: fc.constant('part' as const), who: fc.nat() }),
  fc.record({ do: fc.constant('delete' as const), who: fc.nat() }),
  fc.record({ do: fc.constant('index' as const) }),
);

describe('the index of people', () => {
  it('finds whom a recount finds, whatever was added, renamed, merged, parted or deleted, indexed yet or not', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.array(fc.constantFrom(...QUERIES), { minLength: 4, maxLength: 8 }),
        (steps, queries) => {
          const made = workspace();
          const { sqlite, state } = made;
          const numbers: number[] = [];
          const pick = (n: number) => numbers[n % Math.max(1, numbers.length)];
          for (const [index, one] of steps.entries()) {
            if (one.do === 'add') {
              const identifiers = [
                ...(one.mail
                  ? [{ kind: 'email' as const, system: '', value: one.mail, norm: `${index}${one.mail}` }]
                  : []),
                { kind: 'phone' as const, system: '', value: '', norm: `+98912123${index}` },
              ].map((identifier) => ({ ...identifier, trust: 2, source: 'api' }));
              numbers.push(
                createPerson(
                  state,
                  { name: one.name, company: 'Ikon', attributes: {}, source: 'api', identifiers },
                  index,
                ),
              );
            } else if (one.do === 'index') {
              while (deriveSome(state, index) !== undefined);
            } else {
              const contact = state.contacts.byNumber(pick(one.who) ?? 0);
              if (!contact) continue;
              if (one.do === 'rename') saveContact(state, { ...contact, name: one.name }, index);
              if (one.do === 'merge') {
                const into = state.contacts.root(pick(one.into) ?? 0)?.number;
                if (into === undefined || contact.parent !== null || into === contact.number) continue;
                sqlite.prepare('UPDATE contact SET parent = ? WHERE number = ?').run(into, contact.number);
                state.touch([into, contact.number], index);
              }
              if (one.do === 'part' && contact.parent !== null) {
                sqlite.prepare('UPDATE contact SET parent = NULL WHERE number = ?').run(contact.number);
                state.touch([contact.parent, contact.number], index);
              }
              if (
                one.do === 'delete' &&
                contact.parent === null &&
                state.contacts.leaves(contact.number).length === 1
              ) {
                sqlite.prepare('DELETE FROM contact WHERE number = ?').run(contact.number);
                state.touch([contact.number], index);
              }
            }
          }
          for (const q of queries) {
            for (const inIdentifiers of [true, false]) {
              const expected = recount(made, q, inIdentifiers);
              expect(found(state, q, inIdentifiers), q).toEqual(expected);
              const sought = { words: searchWords(q), inIdentifiers };
              expect(countContacts(state, sought)).toEqual({ total: expected.length, more: false });
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('says that there are more than it counts', () => {
    const { state } = workspace();
    for (let i = 0; i <= COUNTED_MAX; i++) {
      createPerson(state, { name: `Anna ${i}`, company: null, attributes: {}, source: 'api', identifiers: [] }, 0);
    }
    while (deriveSome(state, 0) !== undefined);
    expect(countContacts(state, { words: ['ann'], inIdentifiers: true })).toEqual({ total: COUNTED_MAX, more: true });
    expect(countContacts(state, { words: ['anna', '77'], inIdentifiers: true })).toEqual({ total: 11, more: false });
  });

  it('goes on below a person', () => {
    const { state } = workspace();
    for (let i = 1; i <= 30; i++) {
      createPerson(state, { name: `Anna ${i}`, company: null, attributes: {}, source: 'api', identifiers: [] }, 0);
      if (i === 20) while (deriveSome(state, 0) !== undefined);
    }
    const sought = { words: ['anna'], inIdentifiers: true };
    const first = findContacts(state, sought, Number.MAX_SAFE_INTEGER, 15);
    const rest = findContacts(state, sought, first.at(-1) ?? 0, 30);
    expect([...first, ...rest]).toEqual(Array.from({ length: 30 }, (_, i) => 30 - i));
  });
});

describe('where words begin', () => {
  it.each([
    ['anna nowak', ['an', 'no']],
    ['a b', ['a', 'b']],
    ['a.now@x', ['a.', '.n', 'no', '@x', 'x']],
    ['王小明', ['王小', '小明', '明']],
    ['', []],
  ])('%s', (text, starts) => {
    expect(wordStarts(text)).toEqual(starts);
  });
});
