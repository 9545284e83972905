/** Something of a row that could not be used; the rest of it was. */
export interface CellNote {
  /** The column's header. */
  field: string;
  why: 'unusable' | 'too-long' | 'not-a-date' | 'not-a-number' | 'not-a-channel' | 'formula' | 'too-many';
}

/** One person of a contact file: values as written, trimmed; comparing is for `identity/`. */
export interface ContactRow {
  /** The record's number in the file, counted from 1 with the header. A quoted line break does not count. */
  line: number;
  externalIds: { system: string; value: string }[];
  /** '' where the file has none, as for the next three. */
  name: string;
  email: string;
  /** The first of `phones`. */
  phone: string;
  phones: string[];
  company: string;
  attributes: Record<string, string | number>;
  /** Milliseconds since 1970, UTC; null where absent or not a time. */
  createdAt: number | null;
  updatedAt: number | null;
  /** The source says that it has deleted this one. */
  deleted: boolean;
  /** The external id of the record this one was merged into. */
  master: string | null;
  notes: CellNote[];
}
