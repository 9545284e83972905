import { TRUSTS } from '../../../../contract/metric.ts';
import type { GoesOn } from '../../clock/clock.ts';
import { DryRun, mergedInto } from '../../dryRun.ts';
import { emptyRow } from '../../erasure/emptyRow.ts';
import { withoutExamples } from '../../erasure/withoutExamples.ts';
import { Packs } from '../../importPacks.ts';
import { addCounts, type ImportRecord, letterOf, NO_COUNTS, placeOf, type RowVerdict } from '../../importRecord.ts';
import type { Intake, UndoStep } from '../../intake.ts';
import type { WorkspaceState } from '../../state.ts';
import { decideIncoming } from './decideIncoming.ts';
import { knownOf, takeIn } from './takeIn.ts';
import { undoSome } from './undoImport.ts';

/** A plan only reads, so it may do more at once than a run. */
const PLAN_PACKS = 6;
const OTHERS_TURN = 1_000;

/** Does the next part of an import: what its status says is to be done. */
export function goOnWithImport(state: WorkspaceState, key: string, now: number): GoesOn {
  const record = state.imports.byNumber(Number(key));
  switch (record?.status) {
    case 'planning':
      return planSome(state, record, now);
    case 'running':
      return runSome(state, record, now);
    case 'undoing':
      return undoSome(state, record, now);
    default:
      return undefined;
  }
}

/** Merged there into somebody whom the file does not have: no more than deleted. */
const MISSING = { why: 'master-missing' as const };

/** Where an import says that its facts come from. */
function intakeOf({ choice, number, file }: ImportRecord, undo?: UndoStep[]): Intake {
  return {
    source: `import:${choice.system}`,
    trust: TRUSTS.indexOf('verified'),
    conflict: choice.conflict,
    perField: choice.perField ?? {},
    order: choice.order ?? [],
    actor: file.actor,
    batch: number,
    ...(undo ? { undo } : {}),
  };
}

/** The packs in the order they are worked through: all, and then those with rows their source has deleted again. */
function stepOf({ progress }: ImportRecord, step: number): { pack: number; isLater: boolean } | null {
  if (step < progress.packs) return { pack: step, isLater: false };
  const pack = progress.later[step - progress.packs];
  return pack === undefined ? null : { pack, isLater: true };
}

/** Plans some packs. What earlier rows would have made is kept in memory; when that is lost, planning begins anew. */
function planSome(state: WorkspaceState, record: ImportRecord, now: number): GoesOn {
  const { progress } = record;
  for (const other of state.dryRuns.keys()) {
    if (other === record.number) continue;
    // One imagines at a time: what it keeps in memory is large.
    if (state.imports.byNumber(other)?.status === 'planning') return now + OTHERS_TURN;
    state.dryRuns.delete(other);
  }
  let dry = state.dryRuns.get(record.number);
  if (!dry || dry.steps !== progress.plannedSteps) {
    const packs = new Packs(state, record);
    const run = new DryRun({
      known: () => knownOf(state),
      record: (place) => packs.record(place),
      intake: intakeOf(record),
      now: record.createdAt,
    });
    dry = { steps: 0, run, packs };
    state.dryRuns.set(record.number, dry);
    state.imports.clearPlan(record.number);
    progress.plannedSteps = 0;
    progress.planned = NO_COUNTS;
    progress.later = [];
  }
  for (let n = 0; n < PLAN_PACKS; n += 1) {
    const step = stepOf(record, progress.plannedSteps);
    if (!step) break;
    const rows = dry.packs.rows(step.pack);
    const gone: string[] = [];
    const verdicts = rows.map((row, index): RowVerdict | null => {
      if (dry.packs.isLater(row) !== step.isLater) return null;
      if (row.fault) return { verdict: 'refuse', why: row.fault };
      dry.run.refresh();
      const place = placeOf(step.pack, index);
      const { incoming, isMissing, into } = dry.run.masterInFile(dry.packs.record(place));
      const decision = decideIncoming(dry.run, incoming, intakeOf(record), record.createdAt);
      const contact = dry.run.apply(decision, place);
      if (decision.why === 'erased') {
        // Nor does a file that nobody takes in keep them.
        gone.push(...row.cells);
        rows[index] = emptyRow(row);
        return verdictOf({ ...decision, notes: [], contact }, []);
      }
      const verdict = verdictOf({ ...decision, ...(isMissing ? MISSING : {}), contact }, dry.packs.notes(place));
      return into === undefined ? verdict : { ...verdict, into };
    });
    if (gone.length > 0) {
      state.imports.writeRows(record.number, step.pack, rows);
      record.file.samples = withoutExamples(record.file.samples, gone);
    }
    if (!step.isLater) {
      for (const index of rows.keys()) {
        const place = placeOf(step.pack, index);
        dry.run.noteIds(dry.packs.record(place), place);
      }
      if (rows.some((row) => dry.packs.isLater(row))) progress.later.push(step.pack);
    }
    state.imports.addPlan(record.number, step.pack, step.isLater, verdicts.map(letterOf).join(''), verdicts);
    progress.planned = addCounts(progress.planned, verdicts);
    progress.plannedSteps += 1;
  }
  dry.steps = progress.plannedSteps;
  const isDone = stepOf(record, progress.plannedSteps) === null;
  if (isDone) {
    record.status = 'planned';
    state.dryRuns.delete(record.number);
  }
  state.imports.update({ ...record, updatedAt: now });
  return isDone ? undefined : now;
}

/** Takes one pack in. It is whole or not at all, and a crash goes on with the pack it was at. */
function runSome(state: WorkspaceState, record: ImportRecord, now: number): GoesOn {
  const { progress } = record;
  const step = stepOf(record, progress.doneSteps);
  if (step) {
    const packs = new Packs(state, record);
    const undo: UndoStep[] = [];
    const intake = intakeOf(record, undo);
    const before = { contact: state.imports.newest('contact'), company: state.imports.newest('company') };
    const planned = step.isLater ? state.imports.verdicts('plan', record.number, step.pack) : [];
    const verdicts = packs.rows(step.pack).map((row, index): RowVerdict | null => {
      if (packs.isLater(row) !== step.isLater) return null;
      if (row.fault) return { verdict: 'refuse', why: row.fault };
      const place = placeOf(step.pack, index);
      const into = planned[index]?.into;
      const incoming = into === undefined ? packs.record(place) : mergedInto(packs.record(place), packs.record(into));
      const isMissing = planned[index]?.why === 'master-missing';
      const taken = takeIn(state, isMissing ? { ...incoming, master: null } : incoming, intake, now);
      return verdictOf({ ...taken, ...(isMissing ? MISSING : {}) }, packs.notes(place));
    });
    const after = { contact: state.imports.newest('contact'), company: state.imports.newest('company') };
    // First, so that it is taken back last: once nobody names them any more.
    if (after.company > before.company)
      undo.unshift({ step: 'companies', from: before.company + 1, to: after.company });
    if (after.contact > before.contact) noteMade(progress.made, before.contact + 1, after.contact);
    const contacts = [...new Set(verdicts.flatMap((one) => one?.contact ?? []))];
    const kinds = verdicts.map(letterOf).join('');
    state.imports.addDone(record.number, step.pack, step.isLater, { kinds, verdicts, contacts, undo });
    progress.done = addCounts(progress.done, verdicts);
    progress.doneSteps += 1;
  }
  const isDone = stepOf(record, progress.doneSteps) === null;
  if (isDone) {
    record.status = 'done';
    progress.finishedAt = now;
    state.audit.record({
      at: now,
      actor: record.file.actor,
      verb: 'import.done',
      subject: `import:${record.id}`,
      payload: { file: record.file.name, counts: progress.done },
    });
  }
  state.imports.update({ ...record, updatedAt: now });
  return isDone ? undefined : now;
}

function verdictOf(
  {
    verdict,
    why,
    contact,
    changed,
    notes,
    stays,
  }: Pick<RowVerdict, 'verdict' | 'why' | 'notes' | 'changed' | 'stays'> & { contact: number | null },
  cellNotes: readonly NonNullable<RowVerdict['notes']>[number][],
): RowVerdict {
  const all = [...cellNotes, ...(notes ?? [])];
  return {
    verdict,
    ...(why ? { why } : {}),
    ...(contact === null ? {} : { contact }),
    ...(changed?.length ? { changed: [...changed] } : {}),
    ...(all.length > 0 ? { notes: all } : {}),
    ...(stays?.length ? { stays } : {}),
  };
}

/** Numbers made in a row are one run. */
function noteMade(made: [number, number][], from: number, to: number): void {
  const last = made.at(-1);
  if (last && last[1] === from - 1) last[1] = to;
  else made.push([from, to]);
}
