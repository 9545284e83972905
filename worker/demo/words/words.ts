/** Everything the demo shop says, in one language. */
export interface Words {
  demoNote: string;
  signedInAs: string;
  nobody: string;
  language: string;
  skip: string;
  shop: string;
  basket: string;
  order: string;
  help: string;
  main: string;
  origin: string;
  product: string;
  lead: string;
  notes: [string, string, string];
  notesTitle: string;
  weight: string;
  /** Between two things of a list. */
  comma: string;
  grind: string;
  grinds: [string, string, string];
  add: string;
  promises: { title: string; text: string }[];
  storyTitle: string;
  story: string;
  basketTitle: string;
  quantity: string;
  delivery: string;
  free: string;
  total: string;
  toCheckout: string;
  checkoutTitle: string;
  checkoutNote: string;
  name: string;
  street: string;
  city: string;
  /** What the checkout is filled in with, for nobody in particular. */
  sample: { name: string; street: string; city: string };
  payment: string;
  payments: [string, string];
  pay: string;
  thanksTitle: string;
  thanksText: string;
  follow: string;
  orderTitle: string;
  orderNumber: string;
  steps: [string, string, string, string];
  arrived: string;
  arrivedText: string;
  feedbackTitle: string;
  helpTitle: string;
  helpLead: string;
  questions: { ask: string; answer: string }[];
  stillLost: string;
  /** Ends a call, so that its survey is due. */
  callEnded: string;
  footer: string;
  privacy: string;
  privacyTitle: string;
  privacyLead: string;
  privacyParts: { title: string; text: string }[];
}
