import { type Metric, SCALES } from '../../contract/metric.ts';

/** Inclusive ends of what a metric is scored on; null where nothing is. */
export function scaleOf(metric: Metric): { low: number; high: number } | null {
  return metric === 'none' ? null : SCALES[metric];
}

/**
 * Which of five pips, from the worst to the best, stands for a score on its metric's own scale; its colour says the same.
 * On scales of more than five steps several share one: the number beside it is exact.
 */
export function pipOf(metric: Metric, score: number): number {
  const scale = scaleOf(metric);
  if (!scale) return 3;
  return 1 + Math.round(((score - scale.low) / (scale.high - scale.low)) * 4);
}
