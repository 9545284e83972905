import { PURPOSES_DEFAULT } from '../../../contract/consent.ts';
import type { Settings } from '../../../contract/workspace.ts';
import type { Database } from './database.ts';

const DEFAULTS: Settings = {
  name: 'Workspace',
  timeZone: 'UTC',
  calendar: 'gregory',
  country: 'IR',
  languages: ['en', 'fa', 'pl'],
  fatigue: { cooldown: 7, cap: { surveys: 3, days: 30 } },
  shownAttributes: [],
  stageEvents: [],
  purposes: PURPOSES_DEFAULT,
};

/** The workspace's settings, kept in memory once read. */
export class SettingsTable {
  readonly #db: Database;
  #settings: Settings | undefined;

  constructor(db: Database) {
    this.#db = db;
  }

  read(): Settings {
    if (!this.#settings) {
      const row = this.#db.first<{ value: string }>("SELECT value FROM setting WHERE key = 'workspace'");
      this.#settings = row ? { ...DEFAULTS, ...(JSON.parse(row.value) as Partial<Settings>) } : DEFAULTS;
    }
    return this.#settings;
  }

  write(settings: Settings): void {
    this.#db.run(
      "INSERT INTO setting (key, value) VALUES ('workspace', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      JSON.stringify(settings),
    );
    this.#settings = settings;
  }
}
