import type { Answer } from '../../contract/collect.ts';
import { describeDevice } from '../collect/describeDevice.ts';
import type { OpenInvitation, Ticket } from '../workspace/verbs/surveys/answerInvitation.ts';
import { answerOf, type Filled, faultOf, filledIn } from './filled.ts';
import { showSurvey } from './showSurvey.ts';
import { pageAfter, pageFrom, pagesOn } from './surveyPages.ts';
import { type HostedContext, valuesOf, visitOf } from './visit.ts';

/** Does what a press of one of the page's buttons asks for: store and go on, go back, take back, speak otherwise. */
export async function answerPress(
  c: HostedContext,
  found: OpenInvitation,
  form: URLSearchParams,
  ticket: Ticket | null,
): Promise<Response> {
  const go = form.get('go') ?? 'next';
  const { questions, locales } = found.definition;
  const { visit, texts } = visitOf(c, found, ticket);
  // Whoever speaks at a place does so under a name that was given here.
  if (found.kind === 'place' && !ticket) return showSurvey(c, found, { note: visit.frame.notSent, status: 400 });
  const first = questions.findIndex(({ id }) => id === form.get('at')?.split(' ', 1)[0]);
  const page = pageFrom(questions, Math.max(first, 0));
  const asked = page.flatMap((place) => texts.questions[place] ?? []);
  const filled = new Map<string, Filled>(asked.map(({ id }) => [id, filledIn(form, id)]));
  const here = first < 0 ? undefined : questions[first]?.id;

  const locale = /^lang:([\w-]{1,35})$/.exec(go)?.[1];
  if (locale !== undefined && locales.includes(locale)) {
    return showSurvey(c, found, { asked: here, filled, ticket, locale });
  }
  if (found.state === 'closed' || found.state === 'withdrawn') return showSurvey(c, found, { ticket });
  if (go === 'change') return goTo(c, found, ticket, questions[0]?.id);
  if (go === 'withdraw') {
    await c.var.workspace.withdrawInvitation({ ...sender(c, visit.locale), ticket });
    return goTo(c, found, ticket);
  }
  // Without its page a press means nothing.
  if (first < 0) return goTo(c, found, ticket);
  if (go === 'back') {
    const pages = pagesOn(questions, valuesOf(found));
    const before = pages[pages.findIndex(([begin]) => begin === first) - 1] ?? pages[0];
    return goTo(c, found, ticket, questions[before?.[0] ?? 0]?.id);
  }

  const faults = new Map(
    asked.flatMap((question) => {
      const fault = faultOf(question, filled.get(question.id) ?? filledIn(form, ''), visit.frame, visit.locale);
      return fault === undefined ? [] : [[question.id, fault] as const];
    }),
  );
  if (faults.size > 0) return showSurvey(c, found, { asked: here, filled, faults, ticket, status: 422 });
  const said: Answer[] = asked.flatMap((question) => {
    const value = answerOf(question, filled.get(question.id) ?? filledIn(form, ''));
    return value === undefined ? [] : [{ question: question.id, value }];
  });
  const kept = Object.entries(valuesOf(found)).filter(([id]) => !asked.some((question) => question.id === id));
  const values = Object.fromEntries([...kept, ...said.map(({ question, value }) => [question, value] as const)]);
  const next = pageAfter(questions, page, values);

  if (said.length === 0 && found.state === 'new') {
    // Nothing was said as yet: there is nothing to store, nor to give thanks for.
    if (next) return goTo(c, found, ticket, questions[next[0] ?? 0]?.id);
    return showSurvey(c, found, { note: visit.frame.answerNeeded, ticket, status: 422 });
  }
  const outcome = await c.var.workspace.answerInvitation({
    ...sender(c, visit.locale),
    ticket,
    asked: asked.map(({ id }) => id),
    said,
  });
  if (!outcome) return c.var.gone();
  if (!outcome.ok) {
    const { notSent } = visit.frame;
    return showSurvey(c, found, { asked: here, filled, ticket, note: notSent, status: outcome.status });
  }
  return goTo(c, found, ticket, next ? questions[next[0] ?? 0]?.id : undefined);
}

/**
 * Goes to a page. One person's link remembers by itself, so the browser is sent there and may go back, reload and bookmark
 * as it likes. At a place only the page itself knows who speaks: it is answered with at once.
 */
async function goTo(
  c: HostedContext,
  found: OpenInvitation,
  ticket: Ticket | null,
  question?: string,
): Promise<Response> {
  const { hash, token, now } = c.var;
  if (found.kind === 'place') {
    const after = await c.var.workspace.readInvitation({ hash, ticket, now });
    return after ? showSurvey(c, after, { asked: question, ticket }) : c.var.gone();
  }
  const query = new URLSearchParams();
  const language = c.req.query('lang');
  if (language !== undefined && found.definition.locales.includes(language)) query.set('lang', language);
  if (question !== undefined) query.set('q', question);
  return c.redirect(`/s/${token}${query.size > 0 ? `?${query}` : ''}`, 303);
}

/** Who answers, in what and from where, as the workspace wants to know it. */
function sender(c: HostedContext, locale: string) {
  const { site, hash, now } = c.var;
  const country = c.req.raw.cf?.['country'];
  return {
    hash,
    site: { key: site.key, idSystem: site.idSystem, authoritative: site.authoritative, dailyQuota: site.dailyQuota },
    // Never the token: whoever reads the answer must not be able to give another.
    page: `${new URL(c.req.url).origin}/s/`,
    locale,
    device: describeDevice(c.req.header('user-agent') ?? ''),
    country: typeof country === 'string' && /^[A-Z]{2}$/.test(country) && country !== 'XX' ? country : null,
    now,
  };
}
