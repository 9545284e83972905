/** A table as written: cells are trimmed by who reads them. */
export interface Table {
  header: string[];
  /** `line` is the record's number, counted from 1 with the header. */
  rows: { line: number; cells: string[] }[];
}

const DELIMITERS = [',', ';', '\t', '|'];
/** A quoted cell longer than this is taken for a quotation mark that nobody closed. */
const CELL_MAX = 200_000;

/**
 * Reads CSV in any of the delimiters people use, with quoted cells that may hold line breaks. A row that is too short
 * or too long is kept as it is: one bad row never rejects a file. Empty rows are left out.
 */
export function parseTable(text: string): Table {
  const { header, rows } = openTable(text);
  return { header, rows: [...rows] };
}

/** The same, its rows one by one, so that a long file is never held as cells. */
export function openTable(text: string): {
  header: string[];
  delimiter: string;
  rows: Generator<Table['rows'][number]>;
} {
  const written = text.replace(/^\ufeff/, '');
  // What a spreadsheet writes to say how its cells are parted.
  const said = /^"?sep=(.)"?(?:\r\n|\n|\r)/i.exec(written);
  const delimiter = said?.[1] ?? delimiterOf(written);
  const records = recordsOf(written, said?.[0].length ?? 0, delimiter);
  const first = records.next();
  const header = first.done ? [] : first.value.map((name) => name.trim());
  return { header, delimiter, rows: rowsOf(records) };
}

function* rowsOf(records: Generator<string[]>): Generator<Table['rows'][number]> {
  let line = 1;
  for (const cells of records) {
    line += 1;
    if (cells.some((cell) => cell.trim() !== '')) yield { line, cells };
  }
}

function* recordsOf(text: string, from: number, delimiter: string): Generator<string[]> {
  const reader = new CellReader(text, from, delimiter);
  while (!reader.isDone) yield reader.record();
}

class CellReader {
  readonly #text: string;
  readonly #delimiter: string;
  #at: number;
  /** Where the next line break and the next delimiter are, looked for once. */
  #breakAt = -1;
  #partAt = -1;

  constructor(text: string, at: number, delimiter: string) {
    this.#text = text;
    this.#at = at;
    this.#delimiter = delimiter;
  }

  get isDone(): boolean {
    return this.#at >= this.#text.length;
  }

  record(): string[] {
    const cells: string[] = [];
    for (;;) {
      cells.push(this.#cell());
      const next = this.#text[this.#at];
      if (next === this.#delimiter) {
        this.#at += 1;
        continue;
      }
      if (next === '\r') this.#at += this.#text[this.#at + 1] === '\n' ? 2 : 1;
      else if (next === '\n') this.#at += 1;
      return cells;
    }
  }

  #cell(): string {
    const quoted = this.#text[this.#at] === '"' ? this.#quoted() : null;
    if (quoted !== null) return quoted;
    const end = this.#plainEnd();
    const cell = this.#text.slice(this.#at, end);
    this.#at = end;
    return cell;
  }

  /** A cell in quotation marks; null when they do not close before a delimiter or the end of a line. */
  #quoted(): string | null {
    const start = this.#at + 1;
    for (let from = start; ; ) {
      const mark = this.#text.indexOf('"', from);
      if (mark < 0 || mark - start > CELL_MAX) return null;
      if (this.#text[mark + 1] === '"') {
        from = mark + 2;
        continue;
      }
      let after = mark + 1;
      while (this.#text[after] === ' ') after += 1;
      const next = this.#text[after];
      if (next === undefined || next === this.#delimiter || next === '\n' || next === '\r') {
        const cell = this.#text.slice(start, mark).replaceAll('""', '"');
        this.#at = after;
        return cell;
      }
      // A mark within: whoever wrote it did not double it.
      from = mark + 1;
    }
  }

  #plainEnd(): number {
    if (this.#breakAt < this.#at) this.#breakAt = this.#nextBreak();
    if (this.#partAt < this.#at) {
      const part = this.#text.indexOf(this.#delimiter, this.#at);
      this.#partAt = part < 0 ? this.#text.length : part;
    }
    return Math.min(this.#breakAt, this.#partAt);
  }

  #nextBreak(): number {
    const pattern = /[\r\n]/g;
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.index ?? this.#text.length;
  }
}

/** The delimiter that the header has most of outside quotes; headers are plainer than rows. */
function delimiterOf(text: string): string {
  const header = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 20_000))?.[0] ?? '').replace(
    /"(?:[^"]|"")*"/g,
    '',
  );
  let best = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const count = header.split(delimiter).length - 1;
    if (count > most) {
      best = delimiter;
      most = count;
    }
  }
  return best;
}
