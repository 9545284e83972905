/** Which facts a view looks at. A condition that is absent lets everything through, an empty list nothing. */
export interface Filter {
  /** First minute. */
  from?: number | undefined;
  /** The minute after the last. */
  until?: number | undefined;
  metrics?: readonly number[] | undefined;
  surveys?: readonly number[] | undefined;
  touchpoints?: readonly number[] | undefined;
  scores?: readonly number[] | undefined;
  trusts?: readonly number[] | undefined;
  languages?: readonly number[] | undefined;
  countries?: readonly number[] | undefined;
  devices?: readonly number[] | undefined;
  sites?: readonly number[] | undefined;
  /** Contact numbers, leaves. */
  contacts?: ReadonlySet<number> | undefined;
  /** 1 at each contact number, leaves too, that passes: for conditions on thousands of people. */
  people?: Uint8Array | undefined;
  /** Tests too, or nothing else; without it, none. */
  tests?: 'include' | 'only' | undefined;
  /** Further scored questions too, not only each response's headline. */
  secondary?: boolean | undefined;
}

/** The conditions that are lists of codes, and the field each looks at. */
export const LISTS = [
  ['metrics', 'metric'],
  ['surveys', 'survey'],
  ['touchpoints', 'touchpoint'],
  ['scores', 'score'],
  ['trusts', 'trust'],
  ['languages', 'language'],
  ['countries', 'country'],
  ['devices', 'device'],
  ['sites', 'site'],
] as const satisfies readonly (readonly [keyof Filter, string])[];
