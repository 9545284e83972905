import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Engine } from './engine.ts';
import { openShop, type Shop } from './shop.ts';
import { type Visitor, visitorOf } from './visitor.ts';

/** What a scenario finds when it begins. */
export interface Stage {
  readonly shop: Shop;
  /** New for every scenario. */
  readonly visitor: Visitor;
  /** Goes to a page of the shop and brings a survey about there; answers its address. */
  ask(address?: string): Promise<string>;
  /** What a page that listens has heard of errors and violated policies. */
  troubles(): Promise<string[]>;
}

/** Opens the shop and starts the engine for the tests of this file. */
export function setUp(launch: () => Promise<Engine>): Stage {
  let engine: Engine | undefined;
  let shop: Shop;
  let visitor: Visitor;

  beforeAll(async () => {
    shop = await openShop();
    engine = await launch();
  });
  afterAll(async () => {
    await engine?.close();
    await shop.close();
  });
  beforeEach(async () => {
    shop.gate.open();
    shop.gate.fate = () => ({ kind: 'pass' });
    if (!engine) throw new Error('no engine');
    visitor = visitorOf(await engine.visit());
  });
  afterEach(() => visitor.close());

  return {
    get shop() {
      return shop;
    },
    get visitor() {
      return visitor;
    },
    async ask(address = shop.page()) {
      await visitor.go(address);
      await visitor.call('track', 'checkout_done');
      await visitor.sees({ css: '[role=radio]' });
      return address;
    },
    troubles: () => visitor.run<string[]>('return window.troubles'),
  };
}
