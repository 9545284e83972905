/** Systems whose names are spelled otherwise than their ids are. */
const SPELLED: Readonly<Record<string, string>> = {
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  delighted: 'Delighted',
  typeform: 'Typeform',
  surveymonkey: 'SurveyMonkey',
  qualtrics: 'Qualtrics',
  chatwoot: 'Chatwoot',
  vcard: 'vCard',
};

/** Whose external ids they are, as that product spells itself; names nobody knows as they are. */
export function systemName(system: string): string {
  return Object.hasOwn(SPELLED, system) ? (SPELLED[system] ?? system) : system;
}
