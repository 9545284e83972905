import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Where some texts stand in a product's databases. */
export interface Found {
  table: string;
  column: string;
  text: string;
}

/** A product's databases as they are on disk: directory, objects and all. */
export interface Cells {
  tables: Set<string>;
  /** Every place that holds one of the texts, blobs read as text. */
  find(texts: readonly string[]): Found[];
  /** Every term that a full-text index can be asked for. */
  terms(index: string): Set<string>;
  close(): Promise<void>;
}

/** Opens a copy of every database below a folder, so that the product may go on. */
export async function everyCell(folder: string): Promise<Cells> {
  const copy = await mkdtemp(join(tmpdir(), 'touchstone-cells-'));
  await cp(folder, copy, { recursive: true });
  const files = (await readdir(copy, { recursive: true })).filter((name) => name.endsWith('.sqlite'));
  const databases = files.map((name) => new DatabaseSync(join(copy, name)));
  const tablesOf = (database: DatabaseSync) =>
    database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
      .all()
      .map(({ name }) => String(name));
  return {
    tables: new Set(databases.flatMap(tablesOf)),
    find(texts) {
      const found: Found[] = [];
      for (const database of databases) {
        for (const table of tablesOf(database)) {
          const rows = database.prepare(`SELECT * FROM "${table}"`);
          rows.setReadBigInts(true);
          for (const row of rows.all()) {
            for (const [column, value] of Object.entries(row)) {
              const cell = value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value);
              for (const text of texts) {
                if (cell.toLowerCase().includes(text.toLowerCase())) found.push({ table, column, text });
              }
            }
          }
        }
      }
      return found;
    },
    terms(index) {
      const terms = new Set<string>();
      for (const database of databases) {
        const known = database.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(index);
        if (!known) continue;
        database.exec(`CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, '${index}', 'row')`);
        for (const { term } of database.prepare('SELECT term FROM temp.vocabulary').all()) terms.add(String(term));
        database.exec('DROP TABLE temp.vocabulary');
      }
      return terms;
    },
    async close() {
      for (const database of databases) database.close();
      await rm(copy, { recursive: true, force: true });
    },
  };
}
