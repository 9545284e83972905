import { type ResponseRecord, ROW } from '../../tables/responses.ts';

/** Takes the contents out of a response; the row stays, so that its id cannot come back to life. */
export function scrub(record: ResponseRecord): void {
  record.answers = [];
  record.score = null;
  record.comment = null;
  record.folded = null;
  record.context = null;
  record.page = { url: '', title: null, referrer: null };
  record.visitor = null;
  record.contact = null;
  record.flags = (record.flags & ~ROW.complete) | ROW.deleted;
}
