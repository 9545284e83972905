import fc from 'fast-check';
import { expect } from 'vitest';
import type { Answer, ResponseBody } from '../../contract/collect.ts';
import { OUTCOMES, type Outcome } from '../../contract/metric.ts';
import type { Identified, SiteContext } from '../../worker/workspace/identified.ts';
import { EVERY_TYPE, everyAnswer } from './everyType.ts';
import type { TestWorkspace } from './product.ts';
import { newId } from './response.ts';

type Body = Omit<ResponseBody, 'identity' | 'device'>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ACTOR = { id: 'user:test', name: 'Test' };

interface Said {
  /** Of the survey that asks in every way; the others are of one that asks in two. */
  every: Answer[];
  rating: number | null;
  speed: number | null;
  why: string | null;
  complete: boolean;
  identity: { kind: 'token' | 'late' | 'claim'; who: number } | null;
}

/** Something that happens to a workspace. Numbers name earlier things by their place, modulo how many there are. */
export type Operation =
  | {
      op: 'answer';
      said: Said;
      visitor: number | null;
      touchpoint: string | null;
      startedMinutesAgo: number;
      test: boolean;
    }
  | { op: 'revise'; which: number; said: Said }
  | { op: 'withdraw' | 'delete' | 'undo'; which: number }
  | { op: 'delete-tests' }
  | { op: 'retie'; which: number; contact: number | null }
  | { op: 'identify'; visitor: number; who: number }
  | {
      op: 'display';
      which: number | null;
      outcome: Outcome;
      who: number | null;
      visitor: number | null;
      test: boolean;
    }
  | { op: 'clock'; minutes: number };

const who = fc.integer({ min: 0, max: 4 });
const which = fc.nat({ max: 1_000 });
const rating = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 8 });
const said: fc.Arbitrary<Said> = fc.record({
  every: everyAnswer,
  rating,
  speed: rating,
  why: fc.option(fc.constantFrom('late', 'دیر رسید', '   ', 'spóźnione')),
  complete: fc.boolean(),
  identity: fc.option(fc.record({ kind: fc.constantFrom('token', 'late', 'claim'), who })),
});
const visitor = fc.integer({ min: 0, max: 3 });
const rarely = fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

export const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      op: fc.constant('answer' as const),
      said,
      visitor: fc.option(visitor),
      touchpoint: fc.constantFrom(null, 'checkout', 'delivery', 'nowhere'),
      startedMinutesAgo: fc.integer({ min: -5, max: 1_600 }),
      test: rarely,
    }),
  },
  { weight: 6, arbitrary: fc.record({ op: fc.constant('revise' as const), which, said }) },
  {
    weight: 4,
    arbitrary: fc.record({ op: fc.constantFrom('withdraw' as const, 'delete' as const, 'undo' as const), which }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('delete-tests' as const) }) },
  { weight: 3, arbitrary: fc.record({ op: fc.constant('retie' as const), which, contact: fc.option(which) }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('identify' as const), visitor, who }) },
  {
    weight: 5,
    arbitrary: fc.record({
      op: fc.constant('display' as const),
      which: fc.option(which),
      outcome: fc.constantFrom(...OUTCOMES),
      who: fc.option(who),
      visitor: fc.option(visitor),
      test: rarely,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ op: fc.constant('clock' as const), minutes: fc.integer({ min: 1, max: 1_500 }) }),
  },
);

/** What must be in the workspace after all that was done to it. */
export interface Model {
  /** Ids of responses that were neither withdrawn nor deleted: those of visitors, and tests. */
  responses: Set<string>;
  tests: Set<string>;
  displays: Map<string, { outcome: Outcome; at: number; visitor: number | null; test: boolean }>;
  /** When the last operation ended. */
  now: number;
}

/**
 * Carries operations out on the object itself, which takes the time along with every call: days pass in a moment.
 * Begins at `start` and goes forward, so that no alarm of the real clock comes in between.
 */
export async function perform(
  shop: TestWorkspace,
  survey: string,
  operations: readonly Operation[],
  start: number,
): Promise<Model> {
  const { object } = shop;
  const site: SiteContext = { key: shop.siteKey, idSystem: 'shop', authoritative: false, dailyQuota: 10_000 };
  const model: Model = { responses: new Set(), tests: new Set(), displays: new Map(), now: start };
  const bodies: Body[] = [];

  const collect = (body: Body, identity: Said['identity']) =>
    object.collectResponse({
      site,
      body,
      identity: identityOf(identity, model.now),
      device: { type: 'phone', browser: null, os: null },
      country: 'IR',
      now: model.now,
    });

  const forget = (id: string) => {
    model.responses.delete(id);
    model.tests.delete(id);
  };

  for (const operation of operations) {
    model.now += 1_000;
    const { now } = model;
    const chosen =
      'which' in operation && operation.which !== null
        ? bodies[operation.which % Math.max(bodies.length, 1)]
        : undefined;
    switch (operation.op) {
      case 'answer': {
        const body = {
          id: newId(now),
          revision: 1,
          survey,
          version: 1,
          ...(operation.visitor === null ? {} : { visitor: `visitor-${operation.visitor}` }),
          ...(operation.touchpoint === null ? {} : { touchpoint: operation.touchpoint }),
          answers: answersOf(survey, operation.said),
          complete: operation.said.complete,
          startedAt: new Date(now - operation.startedMinutesAgo * MINUTE).toISOString(),
          page: { url: 'https://shop.example/' },
          ...(operation.test ? { test: true as const } : {}),
        };
        const outcome = await collect(body, operation.said.identity);
        if (!outcome.ok) throw new Error(`a good answer was refused: ${outcome.detail}`);
        (operation.test ? model.tests : model.responses).add(body.id);
        bodies.push(body);
        break;
      }
      case 'revise':
        if (!chosen) break;
        chosen.revision += 1;
        // After a day it is not taken any more, nor after a withdrawal.
        await collect(
          { ...chosen, answers: answersOf(survey, operation.said), complete: operation.said.complete },
          operation.said.identity,
        );
        break;
      case 'withdraw': {
        if (!chosen) break;
        chosen.revision += 1;
        const outcome = await collect({ ...chosen, answers: [], complete: false, withdrawn: true }, null);
        if (outcome.ok) forget(chosen.id);
        break;
      }
      case 'delete':
        if (chosen) await object.deleteResponse({ id: chosen.id, actor: ACTOR, now });
        if (chosen) forget(chosen.id);
        break;
      case 'delete-tests':
        expect(await object.deleteTests({ actor: ACTOR, now })).toEqual({ deleted: model.tests.size });
        model.tests.clear();
        break;
      case 'undo':
        if (chosen) await object.undoMatch({ id: chosen.id, actor: ACTOR, now });
        break;
      case 'retie': {
        const { items } = await object.listContacts({ limit: 20, masked: false, now });
        const contact =
          operation.contact === null ? null : (items[operation.contact % Math.max(items.length, 1)]?.id ?? null);
        if (chosen) await object.retieResponse({ id: chosen.id, contact, actor: ACTOR, now });
        break;
      }
      case 'identify': {
        const identity = identityOf({ kind: 'token', who: operation.who }, now);
        if (identity?.kind === 'token') {
          await object.identifyVisitor({ site, visitor: `visitor-${operation.visitor}`, identity, now });
        }
        break;
      }
      case 'display': {
        const known = [...model.displays.keys()];
        const id =
          (operation.which === null ? undefined : known[operation.which % Math.max(known.length, 1)]) ?? newId(now);
        const identity = identityOf(operation.who === null ? null : { kind: 'token', who: operation.who }, now);
        const before = model.displays.get(id);
        const visitor = before ? before.visitor : operation.visitor;
        await object.recordDisplay({
          site,
          body: {
            id,
            survey,
            version: 1,
            outcome: operation.outcome,
            // Whoever began it goes on with it.
            ...(visitor === null ? {} : { visitor: `visitor-${visitor}` }),
            ...(operation.test ? { test: true as const } : {}),
          },
          identity,
          now,
        });
        const moves = before && operation.outcome !== 'shown' && now - before.at <= 24 * HOUR;
        if (!before) model.displays.set(id, { outcome: operation.outcome, at: now, visitor, test: operation.test });
        else if (moves) model.displays.set(id, { ...before, outcome: operation.outcome });
        break;
      }
      case 'clock':
        model.now += operation.minutes * MINUTE;
        await object.runClock(model.now);
        break;
    }
  }
  return model;
}

function answersOf(survey: string, { every, rating, speed, why }: Said): Answer[] {
  if (survey === EVERY_TYPE.id) return every;
  return [
    ...(rating === null ? [] : [{ question: 'rating', value: rating }]),
    ...(speed === null ? [] : [{ question: 'speed', value: speed }]),
    ...(why === null ? [] : [{ question: 'why', value: why }]),
  ];
}

function identityOf(identity: Said['identity'], now: number): Identified {
  if (!identity) return null;
  const email = `person-${identity.who}@ikon.example`;
  if (identity.kind === 'claim') return { kind: 'claim', email, phone: null, externalId: null, name: null };
  const late = identity.kind === 'late';
  return {
    kind: 'token',
    kid: 'k1',
    system: 'shop',
    sub: `person-${identity.who}`,
    email,
    emailVerified: true,
    phone: null,
    name: `Person ${identity.who}`,
    traits: {},
    issuedAt: now - (late ? 2 * HOUR : 0),
    expiresAt: now + (late ? -HOUR : HOUR),
    late,
  };
}
