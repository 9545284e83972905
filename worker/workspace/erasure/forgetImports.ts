import type { FileRow } from '../../contact-files/openFile.ts';
import { foldDigits } from '../../identity/foldDigits.ts';
import { normaliseEmail } from '../../identity/normaliseEmail.ts';
import type { UndoStep } from '../intake.ts';
import type { WorkspaceState } from '../state.ts';
import type { Person } from './personOf.ts';

/** So many last digits of a phone are the same however it is written. */
const PHONE_TAIL = 9;
/** A shorter id stands in cells that are none. */
const ID_MIN = 5;

/**
 * Takes a person out of the files they came with: their rows, whether they were taken in or refused, what undoing them
 * would bring back, the examples shown of each column, and what calls were answered. Answers how many packs that was.
 */
export function forgetImports(state: WorkspaceState, person: Person): number {
  const contacts = new Set(person.contacts);
  const tells = cellsOf(person);
  let changed = state.personal.removeAnswers(person.needles);
  for (const number of state.imports.numbers()) {
    const record = state.imports.byNumber(number);
    if (!record) continue;
    const samples = record.file.samples.map((cells) => cells.map((cell) => (tells(cell) ? '' : cell)));
    const { undo } = record.progress;
    const kept = undo?.kept.filter(({ id }) => !person.ids.includes(id));
    if (JSON.stringify(samples) !== JSON.stringify(record.file.samples) || kept?.length !== undo?.kept.length) {
      record.file.samples = samples;
      if (undo && kept) undo.kept = kept;
      state.imports.update(record);
      changed += 1;
    }
    for (let pack = 0; pack < record.progress.packs; pack++) {
      const verdicts = state.imports.verdicts('done', number, pack);
      const rows = state.imports.rows(number, pack);
      const without = rows.map((row, index) => {
        const contact = verdicts[index]?.contact;
        const isTheirs = contact !== undefined && contacts.has(contact);
        return isTheirs || row.cells.some(tells) ? emptied(row) : row;
      });
      if (without.every((row, index) => row === rows[index])) continue;
      state.imports.writeRows(number, pack, without);
      changed += 1;
    }
  }
  for (const { key, undo } of state.imports.packsTouching(person.contacts)) {
    if (undo.length === 0) continue;
    state.imports.writeUndo(
      key,
      undo.filter((step) => !contacts.has(contactOf(step) ?? 0)),
    );
    changed += 1;
  }
  return changed + state.feedbackImports.forget((step) => contacts.has(contactOf(step) ?? 0));
}

function emptied(row: FileRow): FileRow {
  return { ...row, cells: row.cells.map(() => '') };
}

/** Whom a step would change back. */
function contactOf(step: UndoStep): number | undefined {
  if (step.step === 'removed') return step.identifier.contact;
  return 'contact' in step ? step.contact : undefined;
}

/** Whether a cell, as somebody wrote it, tells the person. */
function cellsOf({ identifiers }: Person): (cell: string) => boolean {
  const of = (wanted: string) => identifiers.filter(({ kind }) => kind === wanted).map(({ norm }) => norm);
  const emails = of('email');
  const tails = of('phone').map((norm) => norm.slice(-PHONE_TAIL));
  const ids = new Set(of('external').filter(({ length }) => length >= ID_MIN));
  return (cell) => {
    const text = cell.trim();
    if (ids.has(text)) return true;
    if (text.includes('@')) {
      const email = normaliseEmail(text);
      const lower = text.toLowerCase();
      if (emails.some((one) => one === email || lower.includes(one))) return true;
    }
    if (text.length < PHONE_TAIL - 2 || tails.length === 0) return false;
    const digits = foldDigits(text).replace(/\D/g, '');
    return digits.length >= PHONE_TAIL && tails.some((tail) => digits.includes(tail));
  };
}
