/** Whose exports are known. */
export const FEEDBACK_SYSTEMS = ['delighted', 'typeform', 'surveymonkey', 'qualtrics'] as const;
export type FeedbackSystem = (typeof FEEDBACK_SYSTEMS)[number];

/** A question as a file has it: its column's own key and the words it was asked in. */
export interface FileQuestion {
  key: string;
  text: string;
  /** What it measures, where the source says so itself. */
  said?: 'nps' | 'csat' | 'ces' | 'thumbs' | 'stars' | 'text';
  /** Ends of its scale, where the source has only one. */
  scale?: readonly [low: number, high: number];
}

/** Somebody's answers as a file has them: values as written, '' where there is nothing. */
export interface FileResponse {
  /** The record's number in the file, counted from 1 with the header. */
  line: number;
  /** The source's own id of it. */
  id: string;
  /** When it was answered, in milliseconds since 1970, UTC; null where that cannot be read. */
  at: number | null;
  finished: boolean;
  /** Somebody trying the survey out. */
  isPreview: boolean;
  person: { email: string; phone: string; name: string; externalId: string };
  locale: string;
  /** By question, in the order of the file's questions; several choices as several texts. */
  cells: string[][];
}

/** One survey's past answers. */
export interface FeedbackPart {
  /** Tells parts of one file apart; '' where there is one. */
  key: string;
  questions: FileQuestion[];
  responses: FileResponse[];
}

export interface FeedbackFile {
  system: FeedbackSystem;
  parts: FeedbackPart[];
}

export const NOBODY = { email: '', phone: '', name: '', externalId: '' };
