import type { ResponseSummary } from './response.ts';

/** Of an answer that came or changed. */
export interface ResponseMessage {
  type: 'response.created' | 'response.updated';
  response: ResponseSummary;
}

/** Somebody was erased, by every id they had: what shows them closes. Viewers hear that people changed instead. */
export interface ErasedMessage {
  type: 'contact.erased';
  contacts: readonly string[];
}

/** People were joined or parted. */
export interface PeopleMessage {
  type: 'people.changed';
}

/** What `/api/live` pushes. Types only: the admin trusts its own worker. */
export type LiveMessage = ResponseMessage | ErasedMessage | PeopleMessage;
