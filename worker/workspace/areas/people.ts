import type { ContactCreate, ContactEdit } from '../../../contract/contact.ts';
import type { Actor } from '../auditTrail.ts';
import { linkRun, startLink } from '../linkage/runLink.ts';
import { record } from '../record.ts';
import { addIdentifierByHand, removeIdentifierByHand, restingOnIdentifier } from '../verbs/identity/editIdentifiers.ts';
import { journal } from '../verbs/identity/journal.ts';
import { undoMerge } from '../verbs/identity/mergeContacts.ts';
import { listMerges, mergeByHand } from '../verbs/identity/merges.ts';
import { acceptSuggestion, listSuggestions, rejectSuggestion, undoSuggestion } from '../verbs/identity/suggestions.ts';
import { listCompanies, readCompany } from '../verbs/people/companies.ts';
import { contactSurveys } from '../verbs/people/contactSurveys.ts';
import { createContact, editContact, listContacts, readContact } from '../verbs/people/contacts.ts';
import { type TimelineKind, timeline } from '../verbs/people/timeline.ts';
import { previewSegment, segmentFields } from '../verbs/segments/previewSegment.ts';
import { segmentComments } from '../verbs/segments/segmentComments.ts';
import { createSegment, deleteSegment, editSegment, listSegments, readSegment } from '../verbs/segments/segments.ts';
import { ResponseArea } from './responses.ts';

/** People, who of them is one person, their companies and segments. */
export class PeopleArea extends ResponseArea {
  listContacts(input: Parameters<typeof listContacts>[1]) {
    return listContacts(this.runtime.state, input);
  }

  readContact(input: Parameters<typeof readContact>[1]) {
    return readContact(this.runtime.state, input);
  }

  timeline(input: { id: string; kind: TimelineKind; cursor?: string; limit: number; masked: boolean }) {
    return timeline(this.runtime.state, input);
  }

  journal(input: Parameters<typeof journal>[1]) {
    return journal(this.runtime.state, input);
  }

  contactSurveys(input: { id: string; now: number }) {
    return contactSurveys(this.runtime.state, input);
  }

  createContact(input: { contact: ContactCreate; source: string; actor: Actor; now: number }) {
    return this.runtime.write(() => createContact(this.runtime.state, input));
  }

  editContact(input: { id: string; edit: ContactEdit; source: string; actor: Actor; now: number }) {
    return this.runtime.write(() => editContact(this.runtime.state, input));
  }

  addIdentifier(input: Parameters<typeof addIdentifierByHand>[1]) {
    return this.runtime.write(() => addIdentifierByHand(this.runtime.state, input));
  }

  removeIdentifier(input: Parameters<typeof removeIdentifierByHand>[1]) {
    return this.runtime.write(() => removeIdentifierByHand(this.runtime.state, input));
  }

  restingOnIdentifier(input: Parameters<typeof restingOnIdentifier>[1]) {
    return restingOnIdentifier(this.runtime.state, input);
  }

  listMerges(input: Parameters<typeof listMerges>[1]) {
    return listMerges(this.runtime.state, input);
  }

  mergeContacts(input: Parameters<typeof mergeByHand>[1]) {
    return this.runtime.write(() => mergeByHand(this.runtime.state, input));
  }

  undoMerge(input: { id: string; actor: Actor; now: number }) {
    return this.runtime.write(() => undoMerge(this.runtime.state, input.id, input.actor, input.now));
  }

  linkRun() {
    return linkRun(this.runtime.state);
  }

  startLink(input: { actor: Actor; now: number }) {
    return this.runtime.write(() => {
      record(this.runtime.state, { ...input, verb: 'duplicates.sought', subject: 'workspace' });
      return startLink(this.runtime.state, input.now);
    });
  }

  listSuggestions(input: Parameters<typeof listSuggestions>[1]) {
    return listSuggestions(this.runtime.state, input);
  }

  acceptSuggestion(input: Parameters<typeof acceptSuggestion>[1]) {
    return this.runtime.write(() => acceptSuggestion(this.runtime.state, input));
  }

  rejectSuggestion(input: Parameters<typeof rejectSuggestion>[1]) {
    return this.runtime.write(() => rejectSuggestion(this.runtime.state, input));
  }

  undoSuggestion(input: Parameters<typeof undoSuggestion>[1]) {
    return this.runtime.write(() => undoSuggestion(this.runtime.state, input));
  }

  listCompanies(input: Parameters<typeof listCompanies>[1]) {
    return listCompanies(this.runtime.state, input);
  }

  readCompany(input: Parameters<typeof readCompany>[1]) {
    return readCompany(this.runtime.state, input);
  }

  listSegments(now: number) {
    return listSegments(this.runtime.state, now);
  }

  readSegment(input: Parameters<typeof readSegment>[1]) {
    return readSegment(this.runtime.state, input);
  }

  previewSegment(input: Parameters<typeof previewSegment>[1]) {
    return previewSegment(this.runtime.state, input);
  }

  segmentFields(now: number) {
    return segmentFields(this.runtime.state, now);
  }

  segmentComments(input: Parameters<typeof segmentComments>[1]) {
    return segmentComments(this.runtime.state, input);
  }

  createSegment(input: Parameters<typeof createSegment>[1]) {
    return this.runtime.write(() => createSegment(this.runtime.state, input));
  }

  editSegment(input: Parameters<typeof editSegment>[1]) {
    return this.runtime.write(() => editSegment(this.runtime.state, input));
  }

  deleteSegment(input: Parameters<typeof deleteSegment>[1]): boolean {
    return this.runtime.write(() => deleteSegment(this.runtime.state, input));
  }
}
