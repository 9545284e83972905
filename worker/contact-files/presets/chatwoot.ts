import type { Preset } from '../preset.ts';

/** Chatwoot's contacts, as it exports and takes them. */
export const chatwoot: Preset = {
  system: 'chatwoot',
  needs: ['name', 'email', 'identifier', 'phone_number'],
  columns: {
    id: 'leave',
    name: 'name',
    email: 'email',
    identifier: 'id',
    phone_number: 'phone',
    company_name: 'company',
    country: 'attribute:country',
    city: 'attribute:city',
  },
};
