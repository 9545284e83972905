import type { Preset } from '../preset.ts';

/** Salesforce's Contact object, as its data export and its loader write it. */
export const salesforce: Preset = {
  system: 'salesforce',
  needs: ['Id', 'LastName', 'FirstName', 'Email', 'IsDeleted'],
  columns: {
    Id: 'id',
    IsDeleted: 'deleted',
    MasterRecordId: 'master',
    AccountId: 'leave',
    OwnerId: 'leave',
    IsEmailBounced: 'leave',
    LastName: 'last-name',
    FirstName: 'first-name',
    Name: 'name',
    MobilePhone: 'mobile',
    Phone: 'phone',
    HomePhone: 'phone',
    OtherPhone: 'phone',
    Fax: 'leave',
    Email: 'email',
    Title: 'attribute:title',
    MailingCity: 'attribute:city',
    MailingState: 'attribute:region',
    MailingCountry: 'attribute:country',
    Birthdate: 'attribute:birthday',
    CreatedDate: 'created',
    LastModifiedDate: 'updated',
  },
};
