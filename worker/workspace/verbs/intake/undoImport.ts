import type { GoesOn } from '../../clock/clock.ts';
import type { ImportRecord, KeptWhy } from '../../importRecord.ts';
import type { UndoStep } from '../../intake.ts';
import type { WorkspaceState } from '../../state.ts';
import { undoMerge } from '../identity/mergeContacts.ts';
import { showPerson } from '../identity/showPerson.ts';
import { ensureCompany } from '../people/saveContact.ts';
import { searchTexts } from '../people/searchText.ts';
import { fieldOf } from './takeIn.ts';

/** So many of those that stay are named; of the others there is only the number. */
const KEPT_MAX = 100;

/** Takes one pack's changes back, the last first. */
export function undoSome(state: WorkspaceState, record: ImportRecord, now: number): GoesOn {
  const { progress } = record;
  progress.undo ??= { steps: 0, removed: 0, restored: 0, parted: 0, keptTotal: 0, kept: [] };
  const last = state.imports.lastDone(record.number);
  if (last) {
    const givenBack = state.givenBack.get(record.number) ?? new Set(state.imports.undoneOf(record.number));
    state.givenBack.set(record.number, givenBack);
    const undoing = new Undoing(state, record, now, givenBack);
    for (const step of last.undo.toReversed()) undoing.takeBack(step, last.undo);
    state.imports.undone(last.key);
    progress.undo.steps += 1;
    state.imports.update({ ...record, updatedAt: now });
    return now;
  }
  record.status = 'undone';
  state.givenBack.delete(record.number);
  const { removed, restored, parted, keptTotal } = progress.undo;
  state.audit.record({
    at: now,
    actor: record.file.actor,
    verb: 'import.undone',
    subject: `import:${record.id}`,
    payload: { file: record.file.name, removed, restored, parted, kept: keptTotal },
  });
  state.imports.update({ ...record, updatedAt: now });
  return undefined;
}

/** What is undone: by whom, and where it is counted. */
interface Undone {
  file: Pick<ImportRecord['file'], 'actor'>;
  progress: Pick<ImportRecord['progress'], 'undo' | 'made'>;
}

/** Takes steps back, each once. */
export class Undoing {
  readonly #state: WorkspaceState;
  readonly #record: Undone;
  readonly #now: number;
  readonly #givenBack: Set<number>;
  #tied: ReturnType<WorkspaceState['imports']['tied']> | undefined;

  /** @param givenBack whom earlier steps gave back what they had: each is counted once */
  constructor(state: WorkspaceState, record: Undone, now: number, givenBack: Set<number>) {
    this.#givenBack = givenBack;
    this.#state = state;
    this.#record = record;
    this.#now = now;
  }

  takeBack(step: UndoStep, all: readonly UndoStep[]): void {
    const state = this.#state;
    switch (step.step) {
      case 'merged': {
        const parted = undoMerge(state, step.merge, this.#record.file.actor, this.#now);
        if (parted.ok && this.#sum) this.#sum.parted += 1;
        break;
      }
      case 'suggested': {
        // Whatever somebody has decided meanwhile stays decided.
        if (state.suggestions.byNumber(step.suggestion)?.state === 'open') state.suggestions.withdraw(step.suggestion);
        break;
      }
      case 'weighed': {
        const { suggestion: number, weight, evidence } = step;
        if (state.suggestions.byNumber(number)?.state === 'open') state.suggestions.weigh({ number, weight, evidence });
        break;
      }
      case 'added': {
        const known = state.identifiers.own(step.kind as 'email', step.system, step.norm, step.contact);
        if (known) {
          state.identifiers.remove(known);
          this.#giveBack(step.contact);
        }
        this.#refresh(step.contact);
        break;
      }
      case 'removed': {
        const { kind, system, norm, contact } = step.identifier;
        const isStill =
          state.contacts.byNumber(contact) && state.identifiers.find(kind as 'external', system, norm).length === 0;
        if (isStill) {
          state.identifiers.insert({ ...step.identifier, kind: kind as 'external' });
          this.#giveBack(contact);
        }
        this.#refresh(contact);
        break;
      }
      case 'fields':
        this.#restore(step);
        break;
      case 'created':
        this.#unmake(step, all);
        break;
      case 'companies':
        state.companies.removeUnused(step.from, step.to);
        break;
    }
  }

  get #sum() {
    return this.#record.progress.undo;
  }

  /** Gives fields back what they held, where nobody has written over them since. */
  #restore({
    contact,
    before,
    provenance,
    wrote,
    after,
    updatedAt,
    released,
  }: Extract<UndoStep, { step: 'fields' }>): void {
    const state = this.#state;
    const known = state.contacts.byNumber(contact);
    if (!known) return;
    let isWhole = true;
    let isAny = false;
    for (const [field, from] of Object.entries(provenance)) {
      const now = known.provenance[field];
      if (now?.source !== wrote.source || now.at !== wrote.at || fieldOf(known, field) !== after[field]) {
        isWhole = false;
        continue;
      }
      isAny = true;
      if (field === 'name' && before.name !== undefined) known.name = before.name;
      else if (field === 'company' && before.company !== undefined) known.company = before.company;
      else if (before.attributes[field] === undefined) delete known.attributes[field];
      else known.attributes[field] = before.attributes[field];
      if (from) known.provenance[field] = from;
      else delete known.provenance[field];
    }
    if (isWhole && known.updatedAt === updatedAt.after) known.updatedAt = updatedAt.before;
    const folded = ensureCompany(state, known, this.#now);
    state.contacts.update(known, folded, searchTexts(known, state.identifiers.ofContacts([contact])));
    for (const merge of released ?? []) {
      const inForce = state.merges.byNumber(merge.number);
      if (inForce) state.merges.release({ ...inForce, released: merge.released });
    }
    this.#refresh(contact);
    if (isAny) this.#giveBack(contact);
  }

  /** Counts a person who has something back, once; whom the import made goes or stays, and is counted there. */
  #giveBack(contact: number): void {
    const root = this.#state.contacts.rootNumbers([contact]).get(contact) ?? contact;
    const isMade = this.#record.progress.made.some(([from, to]) => root >= from && root <= to);
    if (!this.#sum || isMade || this.#givenBack.has(root)) return;
    this.#givenBack.add(root);
    this.#sum.restored += 1;
  }

  /** Takes a contact away that the import made, unless something is theirs by now. */
  #unmake({ contact, asLeaf }: Extract<UndoStep, { step: 'created' }>, all: readonly UndoStep[]): void {
    const state = this.#state;
    const record = state.contacts.byNumber(contact);
    if (!record || !this.#sum) return;
    const why = this.#keptFor(contact, all);
    if (why) {
      this.#sum.keptTotal += 1;
      if (this.#sum.kept.length < KEPT_MAX) this.#sum.kept.push({ id: record.id, name: record.name, why });
      return;
    }
    for (const identifier of state.identifiers.ofContacts([contact])) state.identifiers.remove(identifier);
    for (const { number } of state.suggestions.ofContacts([contact])) state.suggestions.withdraw(number);
    state.contacts.remove(contact);
    state.touch([contact], this.#now);
    if (!asLeaf) this.#sum.removed += 1;
  }

  #keptFor(contact: number, all: readonly UndoStep[]): KeptWhy | null {
    const state = this.#state;
    this.#tied ??= state.imports.tied(all.flatMap((step) => (step.step === 'created' ? [step.contact] : [])));
    const tied = this.#tied.get(contact);
    if (tied) return tied;
    const record = state.contacts.byNumber(contact);
    if (!record) return null;
    const { source } = record;
    const at = new Date(record.updatedAt).toISOString();
    if (Object.values(record.provenance).some((from) => from.source !== source || from.at !== at)) return 'edited';
    if (record.parent !== null || state.contacts.leaves(contact).length > 1) return 'joined';
    if (state.identifiers.ofContacts([contact]).some((identifier) => identifier.source !== source)) return 'identified';
    return null;
  }

  /** Brings what is derived of a contact's identifiers and of its family up to date. */
  #refresh(contact: number): void {
    const state = this.#state;
    const own = state.contacts.byNumber(contact);
    const root = state.contacts.root(contact);
    if (!own || !root) return;
    const folded = ensureCompany(state, own, this.#now);
    state.contacts.update(own, folded, searchTexts(own, state.identifiers.ofContacts([contact])));
    if (root.number !== contact || state.contacts.leaves(contact).length > 1) showPerson(state, root.number);
    state.touch([contact], this.#now);
  }
}
