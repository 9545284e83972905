/** What was there, what is, and what an undo has taken back. */
export interface History<State> {
  past: readonly State[];
  present: State;
  future: readonly State[];
  /** What the newest change was to, while another of the same may still join it. */
  tag: string | null;
  /** When it was made, in milliseconds. */
  at: number;
}

/** Changes to the same field within this long are undone as one. */
const TOGETHER = 1_500;
/** As many steps as anybody takes back. */
const STEPS = 200;

/** A history that begins here. */
export function beginHistory<State>(present: State): History<State> {
  return { past: [], present, future: [], tag: null, at: 0 };
}

/** The history with a change made. Quick changes with the same tag, such as typing, join to one step. */
export function recordChange<State>(
  history: History<State>,
  next: State,
  tag: string | null,
  now: number,
): History<State> {
  if (next === history.present) return history;
  const joins = tag !== null && tag === history.tag && now - history.at < TOGETHER && history.past.length > 0;
  const past = joins ? history.past : [...history.past, history.present].slice(-STEPS);
  return { past, present: next, future: [], tag, at: now };
}

/** One step back; the same history when there is none. */
export function undoChange<State>(history: History<State>): History<State> {
  const { past, present, future } = history;
  const before = past.at(-1);
  if (before === undefined) return history;
  return { past: past.slice(0, -1), present: before, future: [present, ...future], tag: null, at: 0 };
}

/** One step forward again. */
export function redoChange<State>(history: History<State>): History<State> {
  const { past, present, future } = history;
  const [after, ...rest] = future;
  if (after === undefined) return history;
  return { past: [...past, present], present: after, future: rest, tag: null, at: 0 };
}
