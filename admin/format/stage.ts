import { t } from '../messages/translate.ts';

const STAGES = [
  'subscriber',
  'lead',
  'marketing-lead',
  'sales-lead',
  'opportunity',
  'prospect',
  'trial',
  'customer',
  'evangelist',
  'partner',
  'churned',
] as const;

/** How systems write the stages that most of them have, without case, spaces and dashes. */
const WRITTEN: Readonly<Record<string, (typeof STAGES)[number]>> = {
  ...Object.fromEntries(STAGES.map((stage) => [stage, stage])),
  marketingqualifiedlead: 'marketing-lead',
  mql: 'marketing-lead',
  salesqualifiedlead: 'sales-lead',
  sql: 'sales-lead',
  formercustomer: 'churned',
};

/** A lifecycle stage in words: one that everybody has in the reader's language, another as it is written. */
export function stageText(stage: string): string {
  const key = stage.toLowerCase().replace(/[\s_-]+/g, '');
  return Object.hasOwn(WRITTEN, key) ? t(`stage.${WRITTEN[key] as (typeof STAGES)[number]}`) : stage;
}
