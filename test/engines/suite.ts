import { asking } from './asking.ts';
import type { Engine } from './engine.ts';
import { moments } from './moments.ts';
import { outages } from './outages.ts';
import { policies } from './policies.ts';
import { questionTypes } from './questionTypes.ts';
import { setUp } from './stage.ts';
import { storageModes } from './storageModes.ts';
import { styles } from './styles.ts';
import { surroundings } from './surroundings.ts';

/** The widget from the page to the database, in one engine. */
export function suite(launch: () => Promise<Engine>): void {
  const stage = setUp(launch);
  asking(stage);
  questionTypes(stage);
  moments(stage);
  storageModes(stage);
  policies(stage);
  styles(stage);
  surroundings(stage);
  outages(stage);
}
