import type { SurveyRule } from '../../contract/rules.ts';
import type { OwnSession } from '../session.ts';
import { moments } from './moments.ts';
import { showTab } from './tab.ts';

/** Where the pages of this visit are counted, once anything may be kept. */
const PAGES = 'pages';

let session: OwnSession;
let leaving = new AbortController();
let pages = 0;

export function start(lent: OwnSession): void {
  session = lent;
}

/** One more page of this visit. Until the visitor has acted or consented, only this document's own are known. */
function countPage(): void {
  const { drafts, store, consent } = session;
  pages = Math.max(pages, Number(drafts.get(PAGES))) + 1;
  if (consent || store.get('visitor')) drafts.set(PAGES, `${pages}`);
}

export function watch(
  isHere: (rule: SurveyRule) => boolean,
  due: (rule: SurveyRule) => void,
  press: (rule: SurveyRule) => void,
): void {
  leaving.abort();
  leaving = new AbortController();
  const left = leaving.signal;
  countPage();
  for (const rule of session.rules.surveys.filter(isHere)) {
    const on = rule.on ?? {};
    let hasCome = false;
    for (const [name, wanted] of Object.entries(on)) {
      const come = () => {
        // A press may be made again, any other moment comes once a page.
        if (left.aborted || (hasCome && name !== 'click')) return;
        hasCome = true;
        due(rule);
      };
      try {
        moments[name as keyof typeof moments]?.(wanted as never, come, left);
      } catch (error) {
        // A selector that is none must not cost the other moments.
        session.failures.push(error);
      }
    }
    if (on.page && pages >= on.page) due(rule);
    if (on.tab) tab(rule, left, press).catch((error) => session.failures.push(error));
  }
}

/** The tab is there for whom the survey is; who presses it asks for it. */
async function tab(rule: SurveyRule, left: AbortSignal, press: (rule: SurveyRule) => void): Promise<void> {
  if (!session.isSampled(rule)) return;
  if ((rule.who || rule.ask) && !(await (await session.whom()).choose([rule]))[0]) return;
  const texts = await session.texts(rule);
  if (left.aborted) return;
  const host = showTab(texts, () => press(rule));
  left.addEventListener('abort', () => host.remove());
}
