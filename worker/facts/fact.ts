import { METRICS, type Metric } from '../../contract/metric.ts';

/** What a report needs to know of one score or one display: numbers only, about 28 bytes when packed. */
export interface Fact {
  /** Order of arrival; several scores of one response share it. */
  seq: number;
  /** Whole minutes since 1970, UTC. */
  minute: number;
  survey: number;
  version: number;
  /** 0: none. */
  touchpoint: number;
  /** Index in METRICS, or DISPLAY_METRIC. */
  metric: number;
  /** On the metric's own scale, NO_SCORE where nothing was scored; of a display, the index in OUTCOMES. */
  score: number;
  emotion: number;
  /** Index in TRUSTS. */
  trust: number;
  language: number;
  country: number;
  /** Index in DEVICES. */
  device: number;
  site: number;
  channel: number;
  /** Sum of FLAG values. */
  flags: number;
  /** The leaf contact's number, 0: none. */
  contact: number;
}

/** Bits of `Fact.flags`. A response's headline fact is the one that is not `secondary`. */
export const FLAG = { deleted: 1, test: 2, secondary: 4, complete: 8, commented: 16, imported: 32 } as const;

/** The score of a fact that has none; outside every scale. */
export const NO_SCORE = -128;

/** The metric of a display: the score of such a fact is how it ended, an index in OUTCOMES. */
export const DISPLAY_METRIC = 255;

/** A metric as it stands in a fact. */
export function metricCode(metric: Metric): number {
  return METRICS.indexOf(metric);
}
