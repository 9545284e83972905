import type { DecideBody, Decision, IdentifyBody, Identity } from '../../contract/collect.ts';
import type { SurveyRule } from '../../contract/rules.ts';
import type { Fate, OwnSession } from '../session.ts';
import { createIdentification } from './identity.ts';
import { payloadOf } from './payloadOf.ts';
import { suits } from './suits.ts';

/** Longer than this nobody waits: for the page's identity provider, or for the server to decide. In milliseconds. */
const PATIENCE = 2_000;

const wait = () => new Promise<undefined>((done) => setTimeout(done, PATIENCE));

const identification = createIdentification(Date.now);
let session: OwnSession;
let given: OwnSession['given'];
let isRenewed = false;

export function start(lent: OwnSession): void {
  session = lent;
  session.freshToken = identification.refresh;
}

/** Who the page says the visitor is; for a token that was refused, its provider is asked once for another. */
export async function identity(): Promise<Identity | undefined> {
  if (given !== session.given) {
    given = session.given;
    isRenewed = false;
    identification.set(given?.value);
  }
  const known = await Promise.race([identification.get(), wait()]);
  const { refused } = session;
  if (!known || !refused || !('token' in known) || !('token' in refused) || known.token !== refused.token) return known;
  if (isRenewed) return undefined;
  isRenewed = true;
  const token = await Promise.race([identification.refresh(known.token), wait()]);
  return token ? { token } : undefined;
}

const tokenOf = async () => {
  const known = await session.identity();
  return known && 'token' in known ? known.token : undefined;
};

export async function stitch(): Promise<void> {
  const { store } = session;
  const token = await tokenOf();
  if (!token) return;
  const subject = String(payloadOf(token).sub);
  if (store.get('subject') === subject) return;
  const body: IdentifyBody = { visitor: session.visitor(), identity: { token } };
  const { status } = await session.post('identify', body);
  if (status === 200) store.set('subject', subject);
}

export async function choose(rules: SurveyRule[]): Promise<SurveyRule[]> {
  const token = await tokenOf();
  const person = token && String(payloadOf(token).sub);
  const keep = (left: SurveyRule[], fate: Fate, good: (rule: SurveyRule) => unknown) =>
    left.filter((rule) => {
      const isGood = good(rule);
      if (!isGood) session.fates.set(rule, fate);
      return isGood;
    });
  const sampled = keep(rules, 'sampling', (rule) => session.isSampled(rule, person));
  const suited = keep(sampled, 'audience', ({ who }) => !who || suits(who, session.store, Date.now()));
  if (!suited[0] || (!token && !suited.some(({ ask }) => ask))) return suited;
  const decision = await decide(suited, token);
  session.contact = decision?.contact ?? {};
  return keep(suited, token ? 'fatigue' : 'audience', ({ id, ask }) => (decision ? decision.show.includes(id) : !ask));
}

/** Asks the server; nothing when it does not answer well, and in time. */
async function decide(rules: SurveyRule[], token: string | undefined): Promise<Decision | undefined> {
  const { store } = session;
  try {
    const body: DecideBody = {
      candidates: rules.map(({ id }) => id),
      // An id that is not kept is nobody's yet.
      ...(store.get('visitor') && { visitor: session.visitor() }),
      ...(token && { identity: { token } }),
    };
    const reply = await Promise.race([session.post('decide', body), wait()]);
    return reply?.status === 200 ? JSON.parse(reply.text) : undefined;
  } catch (error) {
    session.failures.push(error);
    return undefined;
  }
}
