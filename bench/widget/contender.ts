/** What a page asks of the server, below its contender's folder. */
export interface Asked {
  method: string;
  /** From the contender's folder on, with a leading slash, without the query. */
  path: string;
  search: string;
  origin: string;
  body: string;
}

export interface Answer {
  status?: number;
  type: string;
  body: string | Uint8Array;
}

/** Finds the first control a visitor could use, in whatever root it lives. Runs in the page, so it may use nothing else. */
export type Probe = () => Element | null | undefined;

/** One that shows a survey on the host page, and how it is done as its makers say. */
export interface Contender {
  /** Its folder on the server. */
  name: string;
  /** What the tables call it. */
  title: string;
  /** The npm packages it comes from. */
  versions: readonly string[];
  /** What the page loads of it and how it is told to show at once; for the report. */
  loads: string;
  probe: Probe;
  prepare(folder: string): Promise<Prepared>;
}

/** A contender built and ready to be served. */
export interface Prepared {
  /** What its makers ask a site owner to put into the page's head. */
  head: string;
  /** What they ask to put where the survey shall stand, if it stands in the page. */
  slot?: string;
  /** Its files and the stub of its API; nothing where there is no such thing. */
  answer(asked: Asked): Promise<Answer | undefined> | Answer | undefined;
  /** From here on the answers must be those given before. */
  settle?(): Promise<void>;
}
