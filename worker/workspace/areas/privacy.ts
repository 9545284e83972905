import type { Done } from '../record.ts';
import { record } from '../record.ts';
import { addConsent, listConsents } from '../verbs/privacy/consents.ts';
import { eraseContact } from '../verbs/privacy/eraseContact.ts';
import { liftErasure, listErasures, readErasure } from '../verbs/privacy/erasures.ts';
import { exportContact } from '../verbs/privacy/exportContact.ts';
import { previewRetention, readRetention, writeRetention } from '../verbs/privacy/retention.ts';
import { auditList, auditProof } from '../verbs/workspace/auditList.ts';
import { PeopleArea } from './people.ts';

/** What people may ask of us, and the trail of what was done. */
export class PrivacyArea extends PeopleArea {
  eraseContact(input: Parameters<typeof eraseContact>[1]) {
    return this.runtime.write(() => eraseContact(this.runtime.state, input));
  }

  exportContact(input: Parameters<typeof exportContact>[1]) {
    return this.runtime.write(() => exportContact(this.runtime.state, input));
  }

  listConsents(id: string) {
    return listConsents(this.runtime.state, id);
  }

  addConsent(input: Parameters<typeof addConsent>[1]) {
    return this.runtime.write(() => addConsent(this.runtime.state, input));
  }

  readRetention() {
    return readRetention(this.runtime.state);
  }

  writeRetention(input: Parameters<typeof writeRetention>[1]) {
    return this.runtime.write(() => writeRetention(this.runtime.state, input));
  }

  previewRetention(input: Parameters<typeof previewRetention>[1]) {
    return previewRetention(this.runtime.state, input);
  }

  listErasures(input: Parameters<typeof listErasures>[1]) {
    return listErasures(this.runtime.state, input);
  }

  readErasure(id: string) {
    return readErasure(this.runtime.state, id);
  }

  liftErasure(input: Parameters<typeof liftErasure>[1]) {
    return this.runtime.write(() => liftErasure(this.runtime.state, input));
  }

  auditList(input: Parameters<typeof auditList>[1]) {
    return auditList(this.runtime.state, input);
  }

  auditProof() {
    return auditProof(this.runtime.state);
  }

  /** Records a verb that was carried out elsewhere, in the directory. */
  audit(entry: Done): void {
    this.runtime.write(() => record(this.runtime.state, entry));
  }
}
