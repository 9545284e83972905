import type { Survey } from '../../../contract/survey.ts';
import type { Site } from '../../../contract/workspace.ts';

/** Code for a site's pages and server, ready to be copied. It stays as it is in every language. */

/** What every page may carry as it stands: the stub that keeps early calls, and who is here. */
export const PAGE_CODE = `<script>
  window.touchstone = window.touchstone || function () { (touchstone.q = touchstone.q || []).push(arguments) };
  touchstone('identify', () => fetch('/touchstone-token').then((answer) => (answer.ok ? answer.text() : undefined)));
</script>`;

/** What a page calls at its own time, in the words of this workspace's live surveys. */
export interface Calls {
  track: string;
  show: string;
  placed: string;
  reset: string;
}

/** The calls, naming live surveys where there are any. */
export function callsOf(live: readonly Survey[]): Calls {
  const event = live.find(({ triggers }) => triggers.event)?.triggers.event ?? 'checkout_done';
  const placed = live.find(({ triggers }) => triggers.placed) ?? live[0];
  const id = placed?.id ?? 'after-delivery';
  const touchpoint = placed?.touchpoint;
  return {
    track: `touchstone('track', '${event}')`,
    show: touchpoint ? `touchstone('show', '${id}', { touchpoint: '${touchpoint}' })` : `touchstone('show', '${id}')`,
    placed: `<touchstone-survey survey="${id}"${touchpoint ? ` touchpoint="${touchpoint}"` : ''}></touchstone-survey>`,
    reset: "touchstone('reset')",
  };
}

/** What a strict policy of the pages must allow. */
export function policyCode(origin: string): string {
  return `script-src ${origin}; connect-src ${origin}; trusted-types lit-html`;
}

/** How a server signs who is signed in: an identity token for this site, good for ten minutes. */
export function tokenCode({ key, kid }: Pick<Site, 'key' | 'kid'>): string {
  return `import { SignJWT } from 'jose';

const secret = new TextEncoder().encode(process.env.TOUCHSTONE_SECRET);

export function touchstoneToken(customer) {
  return new SignJWT({ email: customer.email, name: customer.name })
    .setProtectedHeader({ alg: 'HS256', kid: '${kid}' })
    .setAudience('${key}')
    .setSubject(customer.id)
    .setIssuedAt()
    .setExpirationTime('10m')
    .sign(secret);
}`;
}

/** How a server tells of people, with a library that speaks Segment's protocol. */
export function serverCode(origin: string): string {
  return `import { Analytics } from '@segment/analytics-node';

const analytics = new Analytics({ writeKey: process.env.TOUCHSTONE_WRITE_KEY, host: '${origin}' });

analytics.identify({ userId: customer.id, traits: { name: customer.name, email: customer.email } });
analytics.track({ userId: customer.id, event: 'Order Delivered', properties: { order: order.id } });
analytics.group({ userId: customer.id, groupId: company.id, traits: { name: company.name } });`;
}
