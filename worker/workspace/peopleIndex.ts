import { packOf, packPeople, peopleIn, unpackPeople } from '../facts/people/packPeople.ts';
import {
  grown,
  isIn,
  noPeople,
  PEOPLE_A_PACK,
  type People,
  type PersonBits,
  setIn,
  setPerson,
} from '../facts/people/people.ts';
import { foldText } from '../identity/foldText.ts';
import type { PeopleTable } from './tables/people.ts';

/** Stages are packed in a byte: whatever comes after so many is "another". */
const STAGES_MAX = 254;
const OTHER_STAGE = 255;
const NO_STAGE = 256;

interface Stage {
  code: number;
  name: string;
  isWritten: boolean;
}

/**
 * What scans know of people, by contact number: read from its packs when first asked for, kept in memory, and written back
 * pack by pack. What is written is up to the clock; reading may bring it up to date in memory before.
 */
export class PeopleIndex {
  readonly #table: PeopleTable;
  #people: People | null = null;
  readonly #changed = new Set<number>();
  #stages: Map<string, Stage> | null = null;

  constructor(table: PeopleTable) {
    this.#table = table;
  }

  get all(): People {
    if (this.#people) return this.#people;
    let people = noPeople();
    for (const { pack, people: bytes } of this.#table.packs()) {
      people = grown(people, pack * PEOPLE_A_PACK + peopleIn(bytes));
      unpackPeople(people, pack, bytes);
    }
    this.#people = people;
    return people;
  }

  /** What is known of a number now. */
  set(number: number, bits: PersonBits): void {
    const people = grown(this.all, number + 1);
    this.#people = people;
    const same =
      people.root[number] === bits.root &&
      people.company[number] === bits.company &&
      people.low[number] === bits.low >>> 0 &&
      people.high[number] === bits.high >>> 0 &&
      people.stage[number] === bits.stage;
    if (same) return;
    setPerson(people, number, bits);
    this.#changed.add(packOf(number));
  }

  /** Takes everybody out of a segment. */
  clearSegment(place: number): void {
    const people = this.all;
    for (let root = 1; root < people.size; root += 1) {
      if (!isIn(people, root, place)) continue;
      setIn(people, root, place, false);
      this.changed(root);
    }
  }

  /** A number was changed in its column. */
  changed(number: number): void {
    this.#changed.add(packOf(number));
  }

  /** Writes the packs that changed since they were written. */
  save(): void {
    for (const pack of this.#changed) this.#table.writePack(pack, packPeople(this.all, pack));
    this.#changed.clear();
  }

  /** A stage's code, 0 for none; `written` once it is to last, until then it is known in memory alone. */
  stageCode(stage: unknown, written: boolean): number {
    const folded = typeof stage === 'string' ? foldText(stage) : '';
    if (folded === '') return 0;
    const stages = this.#readStages();
    const known = stages.get(folded) ?? { code: stages.size + 1, name: String(stage).trim(), isWritten: false };
    if (known.code > STAGES_MAX) return OTHER_STAGE;
    stages.set(folded, known);
    if (written && !known.isWritten) {
      this.#table.addStage(known.code, folded, known.name);
      known.isWritten = true;
    }
    return known.code;
  }

  /** The code of a stage that people have; of any other, one that nobody has. */
  knownStage(stage: string): number {
    const folded = foldText(stage);
    return folded === '' ? 0 : (this.#readStages().get(folded)?.code ?? NO_STAGE);
  }

  /** Stages by code, as they were first written. */
  stages(): Map<number, string> {
    return new Map([...this.#readStages().values()].map(({ code, name }) => [code, name]));
  }

  #readStages(): Map<string, Stage> {
    this.#stages ??= new Map(
      this.#table.stages().map(({ code, folded, name }) => [folded, { code, name, isWritten: true }]),
    );
    return this.#stages;
  }
}
