import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { uuid7 } from '../../contract/bounds.ts';
import { uuid7 as newId } from '../workspace/uuid7.ts';
import type { Ticket } from '../workspace/verbs/surveys/answerInvitation.ts';

/** A response that may be given at a place, named before anything is written. */
export function newTicket(now: number): Ticket {
  return { response: newId(now, randomBytes), visitor: randomBytes(16).toString('base64url') };
}

/** A ticket as it travels in the form: signed for its link, so that nobody speaks under a name of their own making. */
export function sealTicket(key: string, invitation: string, { response, visitor }: Ticket): string {
  return [response, visitor, sign(key, invitation, response, visitor).toString('base64url')].join('.');
}

/** The ticket that was sealed for this link; null when it was not. */
export function openTicket(key: string, invitation: string, sealed: string): Ticket | null {
  const [response = '', visitor = '', seal = '', more] = sealed.slice(0, 200).split('.');
  if (more !== undefined || !uuid7.safeParse(response).success) return null;
  const given = Buffer.from(seal, 'base64url');
  const expected = sign(key, invitation, response, visitor);
  return given.length === expected.length && timingSafeEqual(given, expected) ? { response, visitor } : null;
}

function sign(key: string, ...parts: string[]): Buffer {
  return createHmac('sha256', key)
    .update(`hosted survey\n${parts.join('\n')}`)
    .digest()
    .subarray(0, 16);
}
