/** One person of a contact file: values as written, trimmed; comparing is for `identity/`. */
export interface ContactRow {
  /** The record's number in the file, counted from 1 with the header. A quoted line break does not count. */
  line: number;
  externalIds: { system: string; value: string }[];
  /** '' where the file has none, as for the next three. */
  name: string;
  email: string;
  phone: string;
  company: string;
  attributes: Record<string, string | number>;
  /** Milliseconds since 1970, UTC; null where absent or not a time. */
  createdAt: number | null;
  updatedAt: number | null;
  /** The source says that it has deleted this one. */
  deleted: boolean;
  /** The external id of the record this one was merged into. */
  master: string | null;
}
