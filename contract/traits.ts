/**
 * Attributes that mean the same whoever brought them, so that people can be found by them; everything else keeps the
 * name its source has for it. Free of zod.
 */
export const TRAITS = {
  /** When the contract is due, `YYYY-MM-DD`. */
  renewal: 'date',
  birthday: 'date',
  /** How they want to be reached: one of PREFERRED_CHANNELS. */
  channel: 'choice',
  /** What they are worth, in the workspace's currency. */
  value: 'number',
  /** Where they stand with the organisation, in its own words. */
  stage: 'text',
  title: 'text',
  region: 'text',
  country: 'text',
  language: 'text',
} as const satisfies Record<string, 'date' | 'choice' | 'number' | 'text'>;
export type Trait = keyof typeof TRAITS;

export const PREFERRED_CHANNELS = ['email', 'phone', 'sms', 'post', 'web'] as const;
export type PreferredChannel = (typeof PREFERRED_CHANNELS)[number];

/** Whether an attribute is one of those that mean the same everywhere. */
export function isTrait(name: string): name is Trait {
  return Object.hasOwn(TRAITS, name);
}
