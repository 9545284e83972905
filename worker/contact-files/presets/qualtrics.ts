import type { Preset } from '../preset.ts';

/** Qualtrics' contact lists; what they call embedded data are attributes. */
export const qualtrics: Preset = {
  system: 'qualtrics',
  needs: ['FirstName', 'LastName', 'Email', 'ExternalDataReference'],
  columns: {
    FirstName: 'first-name',
    LastName: 'last-name',
    Email: 'email',
    Phone: 'phone',
    ExternalDataReference: 'id',
    Language: 'attribute:language',
    Unsubscribed: 'leave',
  },
};
