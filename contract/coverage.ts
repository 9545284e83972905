import * as z from 'zod';
import { COVERAGES } from './coverageKinds.ts';
import { share } from './report.ts';

export const coverageCounts = z.record(z.enum(COVERAGES), z.int());

/** Some people: how they stand, and how many of those asked answered. */
export const coverageLine = z.object({
  people: z.int(),
  counts: coverageCounts,
  /** Heard from, of all who were asked or heard from. */
  rate: share,
});
export type CoverageLine = z.infer<typeof coverageLine>;

export const namedCoverage = coverageLine.extend({ id: z.string(), name: z.string() });
export type NamedCoverage = z.infer<typeof namedCoverage>;

/** `GET /api/reports/coverage`. People merged are one person; claimed answers and tests are nobody's. */
export const coverageReport = z.object({
  lately: z.int(),
  within: z.int(),
  all: coverageLine,
  segments: z.array(namedCoverage),
  /** By lifecycle stage, the most people first; without one: `-` and no name. */
  stages: z.array(namedCoverage),
  /** Those with the most people. */
  companies: z.array(namedCoverage),
  /** How many companies there are besides. */
  companiesMore: z.int(),
});
export type CoverageReport = z.infer<typeof coverageReport>;
