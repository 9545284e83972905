import { rm } from 'node:fs/promises';
import { DATA } from './paths.ts';

await rm(DATA, { recursive: true, force: true });
console.log(`Emptied ${DATA}. The next start makes the demo workspace anew.`);
