import type { Overview } from '../../contract/report.ts';
import type { ResponseSummary } from '../../contract/response.ts';

/** What an overview must say of a period, counted in the plainest way there is: one response after another. */
export function recount(
  items: readonly ResponseSummary[],
  { from, to, timeZone }: Pick<Overview, 'from' | 'to' | 'timeZone'>,
) {
  const dayOf = new Intl.DateTimeFormat('en-CA-u-ca-iso8601', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const inside = items.filter(({ startedAt, test }) => {
    const day = dayOf.format(new Date(startedAt));
    return !test && day >= from && day <= to;
  });
  const scored = inside.filter(({ metric, score }) => metric === 'csat' && score !== null);
  const distribution = (of: readonly ResponseSummary[]) =>
    [1, 2, 3, 4, 5].map((score) => of.filter((item) => item.score === score).length);
  return {
    responses: inside.length,
    csat: { n: scored.length, count: scored.filter(({ score }) => (score ?? 0) >= 4).length },
    distribution: distribution(scored),
    commented: { n: inside.length, count: inside.filter(({ comment }) => comment !== null).length },
    verified: { n: inside.length, count: inside.filter(({ trust }) => trust === 'verified').length },
    touchpoints: (id: string) => distribution(scored.filter(({ touchpoint }) => touchpoint === id)),
  };
}

/** The parts of an overview that a recount knows, in its shape. */
export function countedIn(overview: Overview) {
  const counts = ({ n, count }: { n: number; count: number }) => ({ n, count });
  return {
    responses: overview.responses,
    csat: counts(overview.csat),
    distribution: overview.distribution,
    commented: counts(overview.commented.now),
    verified: counts(overview.verified.now),
  };
}

/** What the counts beside a list must say of it, as far as scores and metrics go. */
export function countsOf(items: readonly ResponseSummary[]) {
  const by = (values: readonly (string | number | null)[]) => {
    const counts: Record<string, number> = {};
    for (const value of values) if (value !== null) counts[value] = (counts[value] ?? 0) + 1;
    return counts;
  };
  return {
    total: items.length,
    matched: items.length,
    score: by(items.map(({ score }) => score)),
    metric: by(items.map(({ metric }) => metric)),
  };
}

/** Every page of the list of responses, through any way of asking for one. */
export async function everyResponse(ask: (path: string) => Promise<Response>, filter = ''): Promise<ResponseSummary[]> {
  const items: ResponseSummary[] = [];
  for (let cursor = ''; ; ) {
    const answer = await ask(`/responses?limit=200${filter}${cursor}`);
    if (!answer.ok) throw new Error(`the list answered ${answer.status}`);
    const page = (await answer.json()) as { items: ResponseSummary[]; next: string | null };
    items.push(...page.items);
    if (page.next === null) return items;
    cursor = `&cursor=${page.next}`;
  }
}
