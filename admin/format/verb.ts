import { type PlainKey, t } from '../messages/translate.ts';

/** What the audit trail can tell of, by the codes of the server. */
export const VERBS = [
  'connection.changed',
  'connection.created',
  'connection.paused',
  'connection.removed',
  'connection.resumed',
  'connection.run',
  'contact.consent',
  'contact.created',
  'contact.edited',
  'contact.erased',
  'contact.exported',
  'contact.identifier-added',
  'contact.identifier-removed',
  'contact.merged',
  'contacts.upserted',
  'duplicates.sought',
  'erasure.lifted',
  'feedback.imported',
  'feedback.undone',
  'history.imported',
  'import.cancelled',
  'import.done',
  'import.started',
  'import.undo-started',
  'import.undone',
  'invitation.created',
  'invitation.revoked',
  'journey.changed',
  'key.created',
  'key.revoked',
  'merge.undone',
  'response.deleted',
  'response.match-undone',
  'response.tied',
  'response.untied',
  'responses.exported',
  'responses.tests-deleted',
  'retention.changed',
  'retention.run',
  'segment.changed',
  'segment.created',
  'segment.deleted',
  'settings.changed',
  'site.changed',
  'site.created',
  'site.secret-rotated',
  'site.write-key-rotated',
  'suggestion.rejected',
  'suggestion.reopened',
  'survey.archived',
  'survey.created',
  'survey.deleted',
  'survey.draft-discarded',
  'survey.edited',
  'survey.paused',
  'survey.published',
  'survey.restored',
  'survey.resumed',
] as const;

type Verb = (typeof VERBS)[number];

/** What an entry of the audit trail says was done; codes nobody knows as they are. Its payload, where at hand, may say more. */
export function verbName(code: string, payload: string | null = null): string {
  if (code === 'contact.consent' && payload) {
    if (payload.includes('"state":"given"')) return t('verb.contact.consent-given');
    if (payload.includes('"state":"withdrawn"')) return t('verb.contact.consent-withdrawn');
  }
  const known = VERBS.find((verb): verb is Verb => verb === code);
  return known ? t(`verb.${known}` satisfies PlainKey) : code;
}
