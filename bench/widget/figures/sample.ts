/** What a page has asked for beyond itself and its own style. */
export interface Traffic {
  /** Files and answers it had to fetch. */
  fetched: number;
  /** What it told its server. */
  told: number;
  /** Of all bodies sent to it, compressed. */
  bytes: number;
}

/** One visit, from the navigation to a control that can be seen; times in milliseconds. */
export interface Sample extends Traffic {
  /** Running scripts until the control was seen, promises and all. */
  script: number;
  /** What long tasks took beyond 50 ms each, until a second after the control was seen. */
  blocking: number;
  /** Since the navigation began. */
  visible: number;
}
