/** What people write of one touchpoint: with 4 or 5, with 3, and with 1 or 2. */
export interface Voices {
  good: readonly string[];
  mixed: readonly string[];
  poor: readonly string[];
}

/** The touchpoints of the demonstration, which every language has something to say of. */
export type TouchpointId =
  | 'product-page'
  | 'plan-choice'
  | 'checkout'
  | 'delivery'
  | 'first-brew'
  | 'help'
  | 'support-call'
  | 'invoice'
  | 'servicing'
  | 'renewal';

/** One language's comments, and sentences some people add. */
export interface CommentBank {
  about: Record<TouchpointId, Voices>;
  closing: Voices;
}
