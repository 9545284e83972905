import type { Preset } from '../preset.ts';
import { readAttributes } from '../readAttributes.ts';
import { readTime } from '../readTime.ts';

const KNOWN = [
  'Record ID',
  'First Name',
  'Last Name',
  'Email',
  'Phone Number',
  'Create Date',
  'Last Modified Date',
  'Associated Company',
  'Company Name',
  'Associated Company IDs',
];

/** HubSpot's "export all contacts". */
export const hubspot: Preset = {
  system: 'hubspot',
  needs: ['Record ID', 'First Name', 'Last Name', 'Email'],
  read(cells, line) {
    const id = cells.get('Record ID');
    return {
      line,
      externalIds: id ? [{ system: 'hubspot', value: id }] : [],
      name: [cells.get('First Name'), cells.get('Last Name')].filter(Boolean).join(' '),
      email: cells.get('Email'),
      phone: cells.get('Phone Number'),
      company: cells.get('Company Name') || cells.get('Associated Company'),
      attributes: readAttributes(cells.others(KNOWN)),
      createdAt: readTime(cells.get('Create Date')),
      updatedAt: readTime(cells.get('Last Modified Date')),
      deleted: false,
      master: null,
    };
  },
};
