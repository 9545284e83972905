import type { Fact } from './fact.ts';

/** Fields that are read together are stored together, one blob a group. */
export type GroupName = 'time' | 'figure' | 'who' | 'context';

/** The fields of each group in the order of their columns: widest first, so that every column is aligned. */
export const GROUPS = {
  time: ['seq', 'minute'],
  figure: ['survey', 'touchpoint', 'metric', 'score', 'trust', 'flags'],
  who: ['contact'],
  context: ['version', 'emotion', 'language', 'country', 'device', 'site', 'channel'],
} as const satisfies Record<GroupName, readonly (keyof Fact)[]>;

export const GROUP_NAMES = ['time', 'figure', 'who', 'context'] as const satisfies readonly GroupName[];

/** One packed block: the same records in every group. */
export type Groups = Record<GroupName, Uint8Array>;

/** The most records in one block. */
export const BLOCK_MAX = 65_536;
