import * as z from 'zod';
import { day, instant } from './bounds.ts';
import { attributes } from './contact.ts';
import { share, trendPoint } from './report.ts';

/** What companies may be ordered by. */
export const COMPANY_ORDERS = ['people', 'least-satisfied', 'most-satisfied'] as const;
export type CompanyOrder = (typeof COMPANY_ORDERS)[number];

/** A row of the list of companies. */
export const companySummary = z.object({
  id: z.string(),
  name: z.string(),
  people: z.int(),
  /** Satisfied of all CSAT answers of its people; claimed ones and tests left out. */
  csat: share,
  /** When one of them last rated anything so. */
  lastResponseAt: instant.nullable(),
});
export type CompanySummary = z.infer<typeof companySummary>;

export const company = companySummary.extend({
  attributes,
  /** Where each attribute came from, by its name. */
  provenance: z.record(z.string(), z.object({ source: z.string(), at: instant })),
  identifiers: z.array(z.object({ system: z.string(), value: z.string() })),
  source: z.string(),
  createdAt: instant,
  /** Steps of thirty days up to today, oldest first. */
  trend: z.array(trendPoint),
  today: day,
});
export type Company = z.infer<typeof company>;
