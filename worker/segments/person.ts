import type { Attributes } from '../../contract/contact.ts';

/** Something that happened with somebody, at a minute since 1970. Numbers name surveys and touchpoints, 0 none. */
export interface Done {
  minute: number;
  survey: number;
  touchpoint: number;
}

/** An answer they gave: by its headline, and by every further scored question. */
export interface Heard extends Done {
  /** Order of arrival; several scores of one response share it. */
  seq: number;
  /** Index in METRICS. */
  metric: number;
  /** Null where nothing was scored. */
  score: number | null;
  /** A further scored question of a response that is there already. */
  secondary: boolean;
}

/** All that a segment may ask of one person, merged leaves included. */
export interface Person {
  attributes: Attributes;
  company: string | null;
  /** Who brought them, one source a leaf. */
  sources: readonly string[];
  /** The workspace day they became known on. */
  added: string;
  identifiers: readonly { kind: string; system: string }[];
  displays: readonly Done[];
  heard: readonly Heard[];
  events: readonly { minute: number; name: string }[];
  /** "Don't ask me again." */
  never: boolean;
  /** Purposes they consent to now. */
  consents: readonly string[];
}
