import * as z from 'zod';
import { key } from '../../contract/bounds.ts';
import { type Finding, pageCheck, pageCheckBody } from '../../contract/pageCheck.ts';
import { originAllowed } from '../collect/originAllowed.ts';
import { compileRules } from '../directory/compileRules.ts';
import { readSite } from '../directory/sites.ts';
import { notFound } from '../errors.ts';
import { fetchPage } from '../outbound/fetchPage.ts';
import { readPage } from '../outbound/readPage.ts';
import { checkPage, type PageSeen } from '../page-check/checkPage.ts';
import { dueAt } from '../page-check/dueAt.ts';
import { parsePolicies } from '../page-check/policy.ts';
import { adminRoute, answer, jsonBody, PROBLEMS, resource } from './route.ts';

/** `/api/sites/{key}/check` */
export const pageChecks = resource().openapi(
  adminRoute('admin', {
    method: 'post',
    path: '/{key}/check',
    summary: 'What keeps surveys from a page: origins, content policy, tag',
    request: { params: z.object({ key }), body: jsonBody(pageCheckBody) },
    responses: { 200: answer('What was found', pageCheck), ...PROBLEMS },
  }),
  async (c) => {
    const { caller, workspace } = c.var;
    const site = await readSite(c.env, caller.workspace.id, c.req.valid('param').key);
    if (!site) throw notFound('There is no such site.');
    const { url, policy = '' } = c.req.valid('json');
    const host = new URL(new URL(c.req.url).origin);
    const { page, findings } = await look(new URL(url), host, c.env.OUTBOUND_ALLOW?.split(',') ?? []);
    const rules = compileRules((await workspace.surveys()).filter(({ status }) => status === 'live'));
    const here = rules.filter((rule) => dueAt(rule, page.url));
    const found = checkPage(
      { ...page, policies: [...page.policies, ...parsePolicies(policy)] },
      {
        key: site.key,
        isListed: originAllowed(page.url.origin, site.origins),
        refusedAt: site.refused.find(({ origin }) => origin === page.url.origin)?.at ?? null,
        host,
        due: here.filter(({ placed }) => !placed).map(({ id }) => id),
        live: rules.map(({ id }) => id),
      },
    );
    return c.json({ url: page.url.href, findings: [...findings, ...found], surveys: here.map(({ id }) => id) }, 200);
  },
);

/** The page as it is served, and what kept it from being read. */
async function look(start: URL, host: URL, allow: string[]): Promise<{ page: PageSeen; findings: Finding[] }> {
  const fetched = await fetchPage(start, [host.hostname], allow);
  const nothing = { url: fetched.url, policies: [], scripts: null, placed: [] };
  if (!fetched.ok) return { page: nothing, findings: [{ code: 'unreachable', severity: 'note' }] };
  const { url, response } = fetched;
  const findings: Finding[] =
    url.origin === start.origin ? [] : [{ code: 'redirected', severity: 'note', value: url.href }];
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok || !/\bhtml\b/.test(type)) {
    await response.body?.cancel();
    findings.push({ code: 'not-a-page', severity: 'warning', value: String(response.status) });
    return { page: nothing, findings };
  }
  const header = response.headers.get('content-security-policy') ?? '';
  const { scripts, placed, policies } = await readPage(response);
  return { page: { url, scripts, placed, policies: [header, ...policies].flatMap(parsePolicies) }, findings };
}
