/** Lists that the screens of the imports need as values. Free of zod. */

export const INTAKE_VERDICTS = ['create', 'update', 'merge', 'skip', 'refuse'] as const;

/** Who wins where a source and what is known differ. An empty value never wins. */
export const CONFLICT_RULES = ['newest', 'source', 'keep'] as const;

/** What a column of a contact file is taken for. */
export const COLUMN_FIELDS = [
  'leave',
  'name',
  'first-name',
  'last-name',
  'email',
  'phone',
  /** A phone that comes before the others: it rings in a pocket. */
  'mobile',
  'company',
  'id',
  'created',
  'updated',
  'deleted',
  'master',
] as const;
