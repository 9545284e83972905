import { foldDigits } from '../../identity/foldDigits.ts';
import { foldText } from '../../identity/foldText.ts';
import { normaliseEmail } from '../../identity/normaliseEmail.ts';
import type { ImportRecord, RowVerdict } from '../importRecord.ts';
import type { UndoStep } from '../intake.ts';
import type { WorkspaceState } from '../state.ts';
import { emptyRow } from './emptyRow.ts';
import type { Person } from './personOf.ts';
import { withoutExamples } from './withoutExamples.ts';

/** So many last digits of a phone are the same however it is written. */
const PHONE_TAIL = 9;
/** A shorter id stands in cells that are none. */
const ID_MIN = 5;

/**
 * Takes a person out of the files they came with: their rows, whether they were taken in, planned or refused, what
 * undoing them would bring back, the examples shown of each column, and what calls were answered. Answers how many packs
 * that was.
 */
export function forgetImports(state: WorkspaceState, person: Person): number {
  let changed = state.personal.removeAnswers(person.needles);
  for (const number of state.imports.numbers()) {
    const record = state.imports.byNumber(number);
    if (record) changed += forgetRows(state, record, person);
  }
  const isTheirs = stepOf(state, person);
  for (const { key, undo } of state.imports.undoNaming(person.contacts)) {
    const kept = undo.filter((step) => !isTheirs(step));
    if (kept.length === undo.length) continue;
    state.imports.writeUndo(key, kept);
    changed += 1;
  }
  return changed + state.feedbackImports.forget(isTheirs);
}

/** Empties their rows of one file; answers how many packs had any, and one more where the file itself told them. */
function forgetRows(state: WorkspaceState, record: ImportRecord, person: Person): number {
  const { number } = record;
  const contacts = new Set(person.contacts);
  const tells = cellsOf(person);
  const names = person.records.map(({ name }) => foldText(name)).filter((name) => name.includes(' '));
  const isNamed = (text: string) => names.some((name) => text.includes(name));
  // What a plan has read so far still tells them: it begins anew.
  state.dryRuns.delete(number);
  const gone: string[] = [];
  let changed = 0;
  for (let pack = 0; pack < record.progress.packs; pack++) {
    const rows = state.imports.rows(number, pack);
    const planned = state.imports.verdicts('plan', number, pack);
    const done = state.imports.verdicts('done', number, pack);
    const isOf = (verdict: RowVerdict | null | undefined) => contacts.has(verdict?.contact ?? 0);
    const without = rows.map((row, index) => {
      // A row that was refused is nobody's: whoever is called the same loses nothing by it.
      const isRefused = (done[index] ?? planned[index])?.verdict === 'refuse';
      const isTheirs =
        isOf(done[index]) ||
        isOf(planned[index]) ||
        row.cells.some((cell) => tells(cell) || (isRefused && isNamed(foldText(cell))));
      if (!isTheirs || row.cells.every((cell) => cell === '')) return row;
      gone.push(...row.cells);
      return emptyRow(row);
    });
    if (without.every((row, index) => row === rows[index])) continue;
    state.imports.writeRows(number, pack, without);
    changed += 1;
  }
  const samples = withoutExamples(record.file.samples, gone);
  const { undo } = record.progress;
  const kept = undo?.kept.filter(({ id }) => !person.ids.includes(id));
  const called = record.file.name;
  const name = isNamed(foldText(called.replace(/[._-]+/g, ' '))) || tells(called) ? '…' : called;
  const isSame = JSON.stringify([samples, name]) === JSON.stringify([record.file.samples, called]);
  if (isSame && kept?.length === undo?.kept.length) return changed;
  record.file.samples = samples;
  record.file.name = name;
  if (undo && kept) undo.kept = kept;
  state.imports.update(record);
  return changed + 1;
}

/** Whether a step would bring something of the person back, or says on what ground they were taken for somebody. */
function stepOf(state: WorkspaceState, person: Person): (step: UndoStep) => boolean {
  const contacts = new Set(person.contacts);
  const pairs = new Set(state.suggestions.ofContacts(person.contacts).map(({ number }) => number));
  const tells = cellsOf(person);
  return (step) => {
    if (step.step === 'removed') return contacts.has(step.identifier.contact);
    if ('contact' in step && contacts.has(step.contact)) return true;
    if (step.step !== 'weighed') return false;
    // A pair is weighed as the one or as the other, and its ground may be theirs in either case.
    const isOver = pairs.has(step.suggestion) || !state.suggestions.byNumber(step.suggestion);
    return (
      isOver ||
      step.evidence.some((ground) => Object.values(ground).some((said) => typeof said === 'string' && tells(said)))
    );
  };
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
