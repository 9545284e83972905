import { html } from 'hono/html';
import type { QuestionText } from '../../contract/rules.ts';
import type { OpenInvitation, Ticket } from '../workspace/verbs/surveys/answerInvitation.ts';
import { type Filled, filledBy } from './filled.ts';
import { button, notice } from './page.ts';
import { preselect } from './preselect.ts';
import { questionPage } from './questionPage.ts';
import { pageAfter, pageFrom, pagesOn, resumePage } from './surveyPages.ts';
import { newTicket } from './ticket.ts';
import { type HostedContext, valuesOf, visitOf } from './visit.ts';

interface Wanted {
  /** The id of the question that the page to show begins with. */
  asked?: string | undefined;
  /** What the first question is to be filled with, for the visitor to send. */
  picked?: string | undefined;
  /** What was filled in and is not stored, by question. */
  filled?: ReadonlyMap<string, Filled>;
  faults?: ReadonlyMap<string, string>;
  /** Who speaks at a place; made anew without. */
  ticket?: Ticket | null;
  locale?: string;
  note?: string;
  status?: 200 | 400 | 409 | 422 | 429 | 503;
}

/** Draws where a visit stands: a page of questions, thanks, or that it is over. Writes nothing. */
export async function showSurvey(c: HostedContext, found: OpenInvitation, wanted: Wanted): Promise<Response> {
  const ticket = found.kind === 'place' ? (wanted.ticket ?? newTicket(c.var.now)) : null;
  const { visit, texts } = visitOf(c, found, ticket, wanted.locale);
  const { frame, words } = visit;
  const { questions } = found.definition;
  const values = valuesOf(found);
  const status = wanted.status ?? 200;

  if (found.state === 'closed') return c.html(notice(visit, words.answered, words.answeredDetail), status);
  if (found.state === 'withdrawn') return c.html(notice(visit, frame.withdrawn, ''), status);
  const place = questions.findIndex(({ id }) => id === wanted.asked);
  const first = pageFrom(questions, 0);
  const preselected = wanted.picked === undefined ? null : preselectFirst(texts.questions, first, wanted.picked);
  if (found.state === 'complete' && place < 0 && !preselected) {
    const actions = [button('change', words.change), button('withdraw', frame.withdraw)];
    const { title = frame.thanks, detail = frame.thanksDetail } = texts.thanks ?? {};
    return c.html(notice(visit, title, detail, html`${actions}`, true), status);
  }
  const shown = place >= 0 ? pageFrom(questions, place) : preselected ? first : resumePage(questions, values);
  const pages = pagesOn(questions, values);
  const at = pages.findIndex(([begin]) => begin === shown[0]);
  return c.html(
    questionPage(visit, {
      questions: shown.flatMap((one) => {
        const question = texts.questions[one];
        if (!question) return [];
        const filled =
          wanted.filled?.get(question.id) ??
          (preselected?.id === question.id ? preselected.filled : filledBy(values[question.id]));
        return [{ question, filled, fault: wanted.faults?.get(question.id) }];
      }),
      seed: ticket?.response ?? c.var.hash,
      isFirst: shown[0] === 0,
      // Which page is the last may turn on what is answered here.
      isLast: pageAfter(questions, shown, values) === null && shown.every((one) => !questions[one]?.next?.length),
      progress: texts.look?.progress && pages.length > 1 && at >= 0 ? { at: at + 1, of: pages.length } : null,
      mayWithdraw: found.state !== 'new',
      ...(wanted.note === undefined ? {} : { note: wanted.note }),
    }),
    status,
  );
}

/** The first question of a page that asks for something, filled as a link wants it. */
function preselectFirst(
  questions: readonly QuestionText[],
  page: readonly number[],
  picked: string,
): { id: string; filled: Filled } | null {
  const question = questions[page[0] ?? 0];
  const filled = question && preselect(question, picked);
  return question && filled ? { id: question.id, filled } : null;
}
