import type { Context } from 'hono';
import { frameOf } from '../../widget/frame/frames.ts';
import { textsOf } from '../collect/textsOf.ts';
import type { SiteConfig } from '../directory/sites.ts';
import type { AppEnv } from '../http.ts';
import type { Workspace } from '../workspace/object.ts';
import type { OpenInvitation, Ticket } from '../workspace/verbs/surveys/answerInvitation.ts';
import { fillPipes } from './fillPipes.ts';
import { negotiate } from './negotiate.ts';
import type { Visit } from './page.ts';
import type { Values } from './surveyPages.ts';
import { sealTicket } from './ticket.ts';
import { hostedWords } from './words/catalogue.ts';

export type HostedEnv = {
  Bindings: AppEnv['Bindings'];
  Variables: AppEnv['Variables'] & {
    token: string;
    hash: string;
    site: SiteConfig;
    workspace: DurableObjectStub<Workspace>;
    /** The page for a link that leads nowhere, whatever the reason. */
    gone(): Response | Promise<Response>;
  };
};
export type HostedContext = Context<HostedEnv>;

/** What was said so far, by question. */
export function valuesOf({ answers }: OpenInvitation): Values {
  return Object.fromEntries(answers.map(({ question, value }) => [question, value]));
}

/** What every page of this visit knows, and the survey's own texts in its language. */
export function visitOf(c: HostedContext, found: OpenInvitation, ticket: Ticket | null, asked?: string) {
  const { definition, test } = found;
  const { site, token, hash } = c.var;
  const wanted = asked ?? c.req.query('lang');
  const locale = negotiate(definition.locales, wanted, c.req.header('accept-language'));
  const frame = frameOf(locale);
  const visit: Visit = {
    locale,
    locales: definition.locales,
    frame,
    words: hostedWords(locale),
    // A language that was chosen stays; one that was found out is found out again.
    path: `/s/${token}${locale === wanted ? `?lang=${locale}` : ''}`,
    from: site.name,
    privacy: site.privacyUrl,
    look: definition.look,
    test,
    ticket: ticket && sealTicket(c.env.AUTH_SECRET, hash, ticket),
  };
  return { visit, texts: fillPipes(textsOf(definition, locale), valuesOf(found), frame) };
}
