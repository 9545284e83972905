import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../contract/metric.ts';
import { unpack } from '../../worker/facts/unpack.ts';
import type { Identified, SiteContext } from '../../worker/workspace/identified.ts';
import { pastOf } from '../../worker/workspace/pastOf.ts';
import type { WorkspaceState } from '../../worker/workspace/state.ts';
import { createPerson } from '../../worker/workspace/verbs/identity/createPerson.ts';
import { identifyVisitor } from '../../worker/workspace/verbs/identity/identifyVisitor.ts';
import { journal } from '../../worker/workspace/verbs/identity/journal.ts';
import { mergeContacts, undoMerge } from '../../worker/workspace/verbs/identity/mergeContacts.ts';
import { stitchVisitor } from '../../worker/workspace/verbs/identity/stitchVisitor.ts';
import { editContact, listContacts, readContact } from '../../worker/workspace/verbs/people/contacts.ts';
import { collectResponse } from '../../worker/workspace/verbs/responses/collectResponse.ts';
import { retie } from '../../worker/workspace/verbs/responses/decideMatch.ts';
import { publishDefinition } from '../../worker/workspace/verbs/surveys/publishSurvey.ts';
import { recordDisplay } from '../../worker/workspace/verbs/surveys/recordDisplay.ts';
import { SURVEY } from '../support/product.ts';
import { newId } from '../support/response.ts';
import { TESTER, workspaceState } from '../support/workspaceState.ts';

const PEOPLE = 5;
const START = Date.UTC(2026, 10, 1);
const site: SiteContext = {
  key: 'site',
  idSystem: 'shop',
  systems: ['shop'],
  authoritative: false,
  dailyQuota: 10_000,
} as SiteContext;

const token = (who: number, now: number): Identified => ({
  kind: 'token',
  kid: 'k1',
  system: 'shop',
  sub: `person-${who}`,
  email: null,
  emailVerified: true,
  phone: null,
  name: null,
  traits: {},
  issuedAt: now,
  expiresAt: now + 3_600_000,
  late: false,
});

type Operation =
  | {
      op: 'merge';
      survivor: number;
      absorbed: number;
      name: 'survivor' | 'absorbed' | undefined;
      plan: 'survivor' | 'absorbed' | undefined;
    }
  | { op: 'undo'; which: number }
  | { op: 'edit'; who: number; field: 'name' | 'company' | 'plan'; value: string }
  | { op: 'answer'; visitor: number; who: number | null }
  | { op: 'display'; visitor: number; who: number | null; which: number | null; outcome: number }
  | { op: 'identify'; visitor: number; who: number }
  | { op: 'retie'; which: number; who: number | null }
  | { op: 'clock' };

const who = fc.nat({ max: PEOPLE - 1 });
const visitor = fc.nat({ max: 2 });
const side = fc.constantFrom('survivor' as const, 'absorbed' as const, undefined);
const which = fc.nat({ max: 100 });
const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ op: fc.constant('merge' as const), survivor: who, absorbed: who, name: side, plan: side }),
  },
  { weight: 4, arbitrary: fc.record({ op: fc.constant('undo' as const), which }) },
  {
    weight: 4,
    arbitrary: fc.record({
      op: fc.constant('edit' as const),
      who,
      field: fc.constantFrom('name' as const, 'company' as const, 'plan' as const),
      value: fc.constantFrom('', 'Red', 'Green', 'Blue'),
    }),
  },
  { weight: 5, arbitrary: fc.record({ op: fc.constant('answer' as const), visitor, who: fc.option(who) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      op: fc.constant('display' as const),
      visitor,
      who: fc.option(who),
      which: fc.option(which),
      outcome: fc.nat({ max: OUTCOMES.length - 1 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ op: fc.constant('identify' as const), visitor, who }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('retie' as const), which, who: fc.option(who) }) },
  { weight: 4, arbitrary: fc.record({ op: fc.constant('clock' as const) }) },
);

function workspace() {
  const made = workspaceState();
  const { state } = made;
  const { id, ...definition } = SURVEY;
  publishDefinition(state, { id, definition, actor: TESTER, now: START });
  const numbers = Array.from({ length: PEOPLE }, (_, index) =>
    createPerson(
      state,
      {
        name: index === 0 ? '' : `Person ${index}`,
        company: index % 2 === 0 ? null : `Company ${index}`,
        attributes: index % 3 === 0 ? {} : { plan: `plan ${index}` },
        source: 'test',
        identifiers: [
          {
            kind: 'external',
            system: 'shop',
            value: `person-${index}`,
            norm: `person-${index}`,
            trust: 2,
            source: 'test',
          },
          {
            kind: 'email',
            system: '',
            value: `p${index}@ikon.example`,
            norm: `p${index}@ikon.example`,
            trust: 2,
            source: 'test',
          },
        ],
      },
      START,
    ),
  );
  return {
    ...made,
    numbers,
    responses: [] as string[],
    displays: [] as { id: string; visitor: number }[],
    merges: [] as string[],
    /** Whom each edit went to; null where it changed nothing. */
    edits: [] as (number | null)[],
  };
}
type Shop = ReturnType<typeof workspace>;

/** Stitches what the clock would. */
function ring({ state, sqlite }: Shop, now: number): void {
  const jobs = sqlite.prepare("SELECT key FROM job WHERE kind = 'stitch' ORDER BY key").all() as { key: string }[];
  sqlite.exec("DELETE FROM job WHERE kind = 'stitch'");
  for (const { key } of jobs) stitchVisitor(state, key, now);
}

/**
 * Carries out what may happen. `edited`: whom each edit went to, so that another workspace without merges can be given
 * the same edits.
 */
function perform(shop: Shop, operations: readonly Operation[], edited: (number | null)[] | null, ids: string[]): void {
  const { state, numbers } = shop;
  const edits: (number | null)[] = [];
  let now = START;
  let made = 0;
  const id = () => {
    ids[made] ??= newId(now);
    made += 1;
    return ids[made - 1] ?? '';
  };
  for (const operation of operations) {
    now += 60_000;
    switch (operation.op) {
      case 'merge': {
        if (edited) break;
        const { name, plan } = operation;
        const outcome = mergeContacts(
          state,
          {
            survivor: numbers[operation.survivor] ?? 0,
            absorbed: numbers[operation.absorbed] ?? 0,
            overlay: { ...(name ? { name } : {}), ...(plan ? { attributes: { plan } } : {}) },
            by: TESTER,
            method: 'hand',
            evidence: [{ kind: 'hand', by: TESTER.name }],
          },
          now,
        );
        if (outcome.ok) shop.merges.push(outcome.id);
        else expect(outcome.code).toBe('same-person');
        break;
      }
      case 'undo': {
        const merge = shop.merges[operation.which % Math.max(1, shop.merges.length)];
        if (edited || !merge) break;
        const outcome = undoMerge(state, merge, TESTER, now);
        if (!outcome.ok) expect(outcome.code).toBe('undone');
        break;
      }
      case 'edit': {
        const target = edited ? edited[edits.length] : state.contacts.root(numbers[operation.who] ?? 0)?.number;
        const contact = state.contacts.root(target ?? 0);
        const { field, value } = operation;
        const shown = field === 'plan' ? contact?.attributes['plan'] : contact?.[field];
        // Saying again what is shown already says nothing new of the survivor's own.
        const isNone = edited ? target === null : (shown ?? '') === value;
        edits.push(isNone ? null : (target ?? 0));
        if (isNone) break;
        if (!contact) throw new Error('nobody to edit');
        // An edit says what the whole of the attributes is, as the form does: what is shown, and the change.
        const edit =
          field === 'plan'
            ? { attributes: value ? { ...contact.attributes, plan: value } : without(contact.attributes, 'plan') }
            : { [field]: value };
        editContact(state, { id: contact.id, edit, source: 'test', actor: TESTER, now });
        break;
      }
      case 'answer': {
        const response = id();
        const outcome = collectResponse(state, {
          site,
          body: {
            id: response,
            revision: 1,
            survey: SURVEY.id,
            version: 1,
            visitor: `visitor-${operation.visitor}`,
            answers: [{ question: 'rating', value: 3 }],
            complete: false,
            startedAt: new Date(now).toISOString(),
            page: { url: 'https://shop.example/' },
          },
          identity: operation.who === null ? null : token(operation.who, now),
          device: { type: 'phone', browser: null, os: null },
          country: null,
          now,
        });
        if (!outcome.ok) throw new Error(outcome.detail);
        shop.responses.push(response);
        break;
      }
      case 'display': {
        const again =
          operation.which === null ? undefined : shop.displays[operation.which % Math.max(1, shop.displays.length)];
        const display = again ?? { id: id(), visitor: operation.visitor };
        recordDisplay(state, {
          site,
          body: {
            id: display.id,
            survey: SURVEY.id,
            version: 1,
            visitor: `visitor-${display.visitor}`,
            outcome: OUTCOMES[operation.outcome] ?? 'shown',
          },
          identity: operation.who === null ? null : token(operation.who, now),
          now,
        });
        if (!again) shop.displays.push(display);
        break;
      }
      case 'identify': {
        const identity = token(operation.who, now);
        if (identity?.kind === 'token') {
          identifyVisitor(state, { site, visitor: `visitor-${operation.visitor}`, identity, now });
        }
        break;
      }
      case 'retie': {
        const response = shop.responses[operation.which % Math.max(1, shop.responses.length)];
        const contact =
          operation.who === null ? null : (state.contacts.byNumber(numbers[operation.who] ?? 0)?.id ?? null);
        if (response) retie(state, { id: response, contact, actor: TESTER, now });
        break;
      }
      case 'clock':
        ring(shop, now);
        break;
    }
  }
  if (!edited) shop.edits = edits;
}

function without<T extends Record<string, unknown>>(value: T, name: string): T {
  const { [name]: _, ...rest } = value;
  return rest as T;
}

/** Whose each answer and display is, by its row and by its fact; they must agree. */
function owners({ state, responses, displays }: Shop): unknown {
  const facts = (stream: WorkspaceState['responseFacts']) => {
    const found = new Map<number, number>();
    for (const groups of stream.all(['time', 'who'])) {
      const { seq } = unpack('time', groups.time ?? new Uint8Array());
      const { contact } = unpack('who', groups.who ?? new Uint8Array());
      for (const [index, one] of seq.entries()) found.set(one, contact[index] ?? 0);
    }
    return found;
  };
  const [answered, shown] = [facts(state.responseFacts), facts(state.displayFacts)];
  return {
    responses: responses.map((id) => {
      const record = state.responses.byId(id);
      expect(answered.get(record?.seq ?? 0)).toBe(record?.contact ?? 0);
      return record?.contact ?? null;
    }),
    displays: displays.map(({ id, visitor }) => {
      const record = state.displays.byId(`visitor-${visitor}`, id);
      expect(shown.get(record?.seq ?? 0)).toBe(record?.contact ?? 0);
      return [record?.contact ?? null, record?.outcome];
    }),
  };
}

/** Everything that anybody can see of people, by their numbers. */
function seen(shop: Shop): unknown {
  const { state, numbers } = shop;
  const numberOf = new Map(numbers.map((number) => [state.contacts.byNumber(number)?.id ?? '', number]));
  const people = numbers.map((number) => {
    const contact = state.contacts.byNumber(number);
    const shown = contact && readContact(state, { id: contact.id, masked: false, now: START });
    if (!contact || !shown) throw new Error('somebody is missing');
    const leaves = state.contacts.leaves(state.contacts.root(number)?.number ?? 0);
    const past = pastOf(state, leaves, 0);
    return {
      root: numberOf.get(shown.id),
      name: shown.name,
      company: shown.company,
      attributes: shown.attributes,
      email: shown.email,
      identifiers: shown.identifiers.map(({ kind, value }) => `${kind} ${value}`).toSorted(),
      responses: shown.responses,
      colleagues: shown.colleagues.map(({ id }) => numberOf.get(id)).toSorted(),
      asked: past.askings.map(({ display, outcome }) => `${display} ${outcome}`).toSorted(),
      never: past.never !== null,
    };
  });
  const list = listContacts(state, { limit: 50, masked: false, now: START }).items.map(({ id, name }) => [
    numberOf.get(id),
    name,
  ]);
  const finds = numbers.map((_, index) =>
    listContacts(state, { q: `p${index}@ikon`, limit: 50, masked: false, now: START }).items.map(({ id }) =>
      numberOf.get(id),
    ),
  );
  return { people, list, finds, owners: owners(shop) };
}

/** Who each contact is shown as, replayed from the merges and the rows alone, in another way than the product does it. */
function replayed({ state, numbers }: Shop): unknown {
  const merges = state.merges.ofContacts(numbers).filter(({ undoneAt }) => undoneAt === null);
  const parent = new Map(merges.map(({ absorbed, survivor }) => [absorbed, survivor]));
  const fieldOf = (number: number, field: 'name' | 'company' | 'attributes.plan'): unknown => {
    const own = state.contacts.byNumber(number);
    const plain = field === 'name' ? own?.name : field === 'company' ? own?.company : own?.attributes['plan'];
    const taking = merges.findLast(
      ({ survivor, taken, released }) => survivor === number && taken.includes(field) && !released.includes(field),
    );
    return taking ? fieldOf(taking.absorbed, field) : plain;
  };
  return numbers.map((number) => {
    let root = number;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    return [root, fieldOf(root, 'name'), fieldOf(root, 'company'), fieldOf(root, 'attributes.plan')];
  });
}

describe('merges undo exactly', { timeout: 60_000 }, () => {
  it('whatever happens in between, everybody is shown as the journal says', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 40 }), (operations) => {
        const shop = workspace();
        perform(shop, operations, null, []);
        const { state, numbers } = shop;
        const shown = numbers.map((number) => {
          const root = state.contacts.root(number);
          return [root?.number, root?.name, root?.company, root?.attributes['plan']];
        });
        expect(shown).toEqual(replayed(shop));
        const view = seen(shop) as { finds: number[][]; people: { root: number }[] };
        // Found by an identifier of any leaf is whoever that leaf belongs to.
        for (const [index, found] of view.finds.entries()) expect(found).toEqual([view.people[index]?.root]);
      }),
      { numRuns: 50 },
    );
  });

  it('and once all are undone, in any order, nothing is left of them but the edits', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 40 }), fc.infiniteStream(fc.nat()), (operations, order) => {
        const shop = workspace();
        const ids: string[] = [];
        perform(shop, operations, null, ids);
        const left = [...shop.merges];
        for (let now = START + 86_400_000; left.length > 0; now += 1_000) {
          const [merge] = left.splice((order.next().value ?? 0) % left.length, 1);
          undoMerge(shop.state, merge ?? '', TESTER, now);
        }
        const never = workspace();
        perform(never, operations, shop.edits, ids);
        expect(seen(shop)).toEqual(seen(never));
        const rows =
          'SELECT number, parent, name, company, attributes, shown, company_folded, called, search FROM contact ORDER BY number';
        expect(shop.sqlite.prepare(rows).all()).toEqual(never.sqlite.prepare(rows).all());
        expect(shop.sqlite.prepare('SELECT count(*) AS n FROM stitched').get()).toEqual({ n: 0 });
      }),
      { numRuns: 50 },
    );
  });

  it('and the journal of everybody in it tells each merge and each undoing', () => {
    const { state, numbers } = workspace();
    const [a = 0, b = 0, c = 0] = numbers;
    const merge = (survivor: number, absorbed: number, at: number) => {
      const outcome = mergeContacts(
        state,
        { survivor, absorbed, by: TESTER, method: 'hand', evidence: [{ kind: 'hand', by: TESTER.name }] },
        at,
      );
      if (!outcome.ok) throw new Error(outcome.detail);
      return outcome.id;
    };
    const first = merge(b, a, START + 1);
    merge(c, b, START + 2);
    undoMerge(state, first, TESTER, START + 3);
    const kinds = (number: number) =>
      journal(state, { id: state.contacts.byNumber(number)?.id ?? '', limit: 50, masked: false })?.items.flatMap(
        (entry) => (entry.kind === 'merged' || entry.kind === 'unmerged' ? [`${entry.kind} ${entry.at}`] : []),
      );
    const [one, two, three] = [1, 2, 3].map((ms) => new Date(START + ms).toISOString());
    expect(kinds(a)).toEqual([`unmerged ${three}`, `merged ${one}`]);
    expect(kinds(c)).toEqual([`unmerged ${three}`, `merged ${two}`, `merged ${one}`]);
    // Undone already: said so, and nothing changes.
    expect(undoMerge(state, first, TESTER, START + 4)).toMatchObject({ ok: false, status: 409, code: 'undone' });
  });
});
