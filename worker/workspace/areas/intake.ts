import type { Actor } from '../auditTrail.ts';
import { record } from '../record.ts';
import { keepAnswer, recallAnswer } from '../verbs/intake/idempotency.ts';
import {
  beginFeedback,
  finishFeedback,
  listFeedback,
  planFeedback,
  takeFeedback,
  undoFeedback,
} from '../verbs/intake/importFeedback.ts';
import {
  addImportRows,
  beginImport,
  cancelImport,
  deleteImport,
  editImport,
  listImportRows,
  listImports,
  mendingHead,
  planImport,
  readImport,
  rowsToMend,
  startImport,
  undoImport,
} from '../verbs/intake/imports.ts';
import { upsertContact, upsertContacts } from '../verbs/intake/upsertContacts.ts';
import { type History, importHistory } from '../verbs/responses/importHistory.ts';
import { PrivacyArea } from './privacy.ts';

/** Whoever and whatever is brought along: files, calls, past feedback. */
export class IntakeArea extends PrivacyArea {
  upsertContact(input: Parameters<typeof upsertContact>[1]) {
    return this.runtime.write(() => upsertContact(this.runtime.state, input));
  }

  upsertContacts(input: Parameters<typeof upsertContacts>[1]) {
    return this.runtime.write(() => upsertContacts(this.runtime.state, input));
  }

  recallAnswer(input: Parameters<typeof recallAnswer>[1]) {
    return this.runtime.write(() => recallAnswer(this.runtime.state, input));
  }

  keepAnswer(input: Parameters<typeof keepAnswer>[1]): void {
    this.runtime.write(() => keepAnswer(this.runtime.state, input));
  }

  beginImport(input: Parameters<typeof beginImport>[1]): string {
    return this.runtime.write(() => beginImport(this.runtime.state, input));
  }

  addImportRows(input: Parameters<typeof addImportRows>[1]): void {
    this.runtime.write(() => addImportRows(this.runtime.state, input));
  }

  planImport(input: Parameters<typeof planImport>[1]) {
    return this.runtime.write(() => planImport(this.runtime.state, input));
  }

  editImport(input: Parameters<typeof editImport>[1]) {
    return this.runtime.write(() => editImport(this.runtime.state, input));
  }

  startImport(input: Parameters<typeof startImport>[1]) {
    return this.runtime.write(() => startImport(this.runtime.state, input));
  }

  cancelImport(input: Parameters<typeof cancelImport>[1]) {
    return this.runtime.write(() => cancelImport(this.runtime.state, input));
  }

  undoImport(input: Parameters<typeof undoImport>[1]) {
    return this.runtime.write(() => undoImport(this.runtime.state, input));
  }

  deleteImport(input: Parameters<typeof deleteImport>[1]) {
    return this.runtime.write(() => deleteImport(this.runtime.state, input));
  }

  listImports(input: Parameters<typeof listImports>[1]) {
    return listImports(this.runtime.state, input);
  }

  readImport(input: Parameters<typeof readImport>[1]) {
    return readImport(this.runtime.state, input);
  }

  listImportRows(input: Parameters<typeof listImportRows>[1]) {
    return listImportRows(this.runtime.state, input);
  }

  mendingHead(input: Parameters<typeof mendingHead>[1]) {
    return mendingHead(this.runtime.state, input);
  }

  rowsToMend(input: Parameters<typeof rowsToMend>[1]) {
    return rowsToMend(this.runtime.state, input);
  }

  planFeedback(input: Parameters<typeof planFeedback>[1]) {
    return planFeedback(this.runtime.state, input);
  }

  beginFeedback(input: Parameters<typeof beginFeedback>[1]) {
    return this.runtime.write(() => beginFeedback(this.runtime.state, input));
  }

  takeFeedback(input: Parameters<typeof takeFeedback>[1]) {
    return this.runtime.write(() => takeFeedback(this.runtime.state, input));
  }

  finishFeedback(input: Parameters<typeof finishFeedback>[1]) {
    return this.runtime.write(() => finishFeedback(this.runtime.state, input));
  }

  listFeedback() {
    return listFeedback(this.runtime.state);
  }

  undoFeedback(input: Parameters<typeof undoFeedback>[1]) {
    return this.runtime.write(() => undoFeedback(this.runtime.state, input));
  }

  importHistory(input: { history: History; actor: Actor; now: number }) {
    return this.runtime.write(() => {
      const added = importHistory(this.runtime.state, input.history, input.now);
      record(this.runtime.state, { ...input, verb: 'history.imported', subject: 'workspace', payload: added });
      return added;
    });
  }
}
