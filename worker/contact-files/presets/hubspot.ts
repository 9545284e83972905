import type { Preset } from '../preset.ts';

/** HubSpot's "export all contacts". */
export const hubspot: Preset = {
  system: 'hubspot',
  needs: ['Record ID', 'First Name', 'Last Name', 'Email'],
  columns: {
    'Record ID': 'id',
    'First Name': 'first-name',
    'Last Name': 'last-name',
    Email: 'email',
    'Phone Number': 'phone',
    'Mobile Phone Number': 'phone',
    'Create Date': 'created',
    'Last Modified Date': 'updated',
    'Company Name': 'company',
    'Associated Company': 'company',
    'Associated Company IDs': 'leave',
    'Lifecycle Stage': 'attribute:stage',
    'Job Title': 'attribute:title',
    'State/Region': 'attribute:region',
    'Country/Region': 'attribute:country',
    'Preferred language': 'attribute:language',
    'Total Revenue': 'attribute:value',
    'Renewal Date': 'attribute:renewal',
    'Preferred channel': 'attribute:channel',
    'Date of birth': 'attribute:birthday',
  },
};
