import type { Preset } from '../preset.ts';
import { readAttributes } from '../readAttributes.ts';
import { readTime } from '../readTime.ts';

const KNOWN = [
  'Id',
  'IsDeleted',
  'MasterRecordId',
  'AccountId',
  'LastName',
  'FirstName',
  'Name',
  'Phone',
  'MobilePhone',
  'HomePhone',
  'OtherPhone',
  'Email',
  'CreatedDate',
  'LastModifiedDate',
  'OwnerId',
  'IsEmailBounced',
  'Title',
  'MailingCity',
  'MailingCountry',
];

/** Salesforce's Contact object, as its data export and its loader write it. */
export const salesforce: Preset = {
  system: 'salesforce',
  needs: ['Id', 'LastName', 'FirstName', 'Email', 'IsDeleted'],
  read(cells, line) {
    const id = cells.get('Id');
    const name = cells.get('Name') || [cells.get('FirstName'), cells.get('LastName')].filter(Boolean).join(' ');
    const phones = ['MobilePhone', 'Phone', 'HomePhone', 'OtherPhone'].map((header) => cells.get(header));
    return {
      line,
      externalIds: id ? [{ system: 'salesforce', value: id }] : [],
      name,
      email: cells.get('Email'),
      phone: phones.find(Boolean) ?? '',
      company: '',
      attributes: readAttributes([
        // Under the names that other exports use, so that a person of both has each once.
        ['Job Title', cells.get('Title')],
        ['State/Region', cells.get('MailingCity')],
        ['Country/Region', cells.get('MailingCountry')],
        ...cells.others(KNOWN),
      ]),
      createdAt: readTime(cells.get('CreatedDate')),
      updatedAt: readTime(cells.get('LastModifiedDate')),
      deleted: /^(?:true|1)$/i.test(cells.get('IsDeleted')),
      master: cells.get('MasterRecordId') || null,
    };
  },
};
