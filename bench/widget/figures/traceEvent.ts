/** One line of a trace, in its own units: microseconds. */
export interface TraceEvent {
  name: string;
  /** X has a duration, everything else a moment. */
  ph: string;
  ts: number;
  /** The thread's own processor time: when, and how long. */
  tts?: number;
  tdur?: number;
  pid: number;
  tid: number;
  args?: { data?: { functionName?: string; navigationId?: string } };
}
