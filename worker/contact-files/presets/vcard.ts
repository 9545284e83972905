import type { Preset } from '../preset.ts';

/** Address books: the columns that `openVcards` makes of cards. */
export const vcard: Preset = {
  system: 'vcard',
  needs: ['UID', 'FN', 'GIVEN', 'FAMILY', 'REV'],
  columns: {
    UID: 'id',
    FN: 'name',
    GIVEN: 'first-name',
    FAMILY: 'last-name',
    EMAIL: 'email',
    TEL: 'phone',
    'TEL 2': 'phone',
    'TEL 3': 'phone',
    ORG: 'company',
    TITLE: 'attribute:title',
    BDAY: 'attribute:birthday',
    LANG: 'attribute:language',
    LOCALITY: 'attribute:city',
    COUNTRY: 'attribute:country',
    NOTE: 'attribute:note',
    REV: 'updated',
  },
};
