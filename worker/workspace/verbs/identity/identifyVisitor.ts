import type { SiteContext, TokenIdentity } from '../../identified.ts';
import type { WorkspaceState } from '../../state.ts';
import { linkVisitor } from './settleIdentity.ts';
import { verifiedContact } from './verifiedContact.ts';

/** A visitor who answered before has signed in: their browser now belongs to the contact of the token. */
export function identifyVisitor(
  state: WorkspaceState,
  input: { site: SiteContext; visitor: string; identity: TokenIdentity; now: number },
): void {
  // A token that came too late proves who it was, not who sits there now.
  if (input.identity.late) return;
  const verified = verifiedContact(state, input.site, input.identity, input.now);
  if (verified) linkVisitor(state, input.site.key, input.visitor, verified.contact, input.now);
}
