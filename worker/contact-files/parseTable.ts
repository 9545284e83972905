import Papa from 'papaparse';

/** A table as written: cells are trimmed by who reads them. */
export interface Table {
  header: string[];
  /** `line` is the record's number, counted from 1 with the header. */
  rows: { line: number; cells: string[] }[];
}

const DELIMITERS = [',', ';', '\t', '|'];

/**
 * Reads CSV in any of the delimiters people use, with quoted cells that may hold line breaks. A row that is too short
 * or too long is kept as it is: one bad row never rejects a file. Empty rows are left out.
 */
export function parseTable(text: string): Table {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimiter: delimiterOf(text),
    skipEmptyLines: false,
  });
  const [header = [], ...rest] = data;
  return {
    header: header.map((name) => name.trim()),
    rows: rest
      .map((cells, index) => ({ line: index + 2, cells }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
  };
}

/** The delimiter that the header has most of outside quotes; headers are plainer than rows. */
function delimiterOf(text: string): string {
  const header = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
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
