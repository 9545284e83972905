import type { SiteRules, SurveyRule, SurveyTexts } from '../../contract/rules.ts';
import { OUT } from '../outbox/keys.ts';
import { randomHex } from '../randomHex.ts';
import { isResting, NEVER, SEEN } from '../seen.ts';
import type { ElementFile, LazyFile, OpenOptions, Reply, Route, Session } from '../session.ts';
import { chooseLocale } from './chooseLocale.ts';
import { createIdentification } from './identity.ts';
import { matchesPath } from './matchesPath.ts';
import { payloadOf } from './payloadOf.ts';
import { createStore } from './store.ts';
import { watchPage } from './watchPage.ts';

/** Longer than this nobody waits: for the page's identity provider, and for the network. */
const IDENTITY_PATIENCE = 2_000;
const NETWORK_PATIENCE = 10_000;

export interface Assets {
  /** File name of the element, under `/w/assets/` like the other. */
  element: string;
  /** File name of what sends an earlier visit's answers. */
  outbox: string;
  /** Changes whenever the texts' frame may have changed. */
  build: string;
}

/** Runs every method a page may call; unknown methods and bad arguments do nothing. */
export type Call = (method: unknown, ...args: unknown[]) => void;

const wait = (milliseconds: number) => new Promise<undefined>((done) => setTimeout(done, milliseconds));

/**
 * Starts the loader on this page: nothing is fetched and nothing is stored until a survey is due, a visitor acts, or
 * something kept earlier waits to be sent.
 *
 * @param base - where the script came from, without `/w/…`
 * @returns what `window.touchstone` does from now on
 */
export function load(rules: SiteRules, base: string, assets: Assets): Call {
  const { site, surveys } = rules;
  const prefix = `touchstone:${site}:`;
  const store = createStore(prefix, () => localStorage);
  const drafts = createStore(prefix, () => sessionStorage);
  const identification = createIdentification(Date.now);
  let visitor = store.get('visitor') ?? randomHex(16);

  const post = async (route: Route, body: object): Promise<Reply> => {
    const response = await fetch(`${base}/v1/sites/${site}/${route}`, {
      method: 'POST',
      body: JSON.stringify(body),
      keepalive: true,
      credentials: 'omit',
      signal: AbortSignal.timeout(NETWORK_PATIENCE),
    });
    const { status, headers } = response;
    return { status, retryAfter: headers.get('retry-after'), text: await response.text() };
  };

  const texts = new Map<SurveyRule, Promise<SurveyTexts>>();
  const session: Session = {
    rules,
    store,
    drafts,
    isTest: /touchstone-test/.test(location.search + location.hash),
    contact: {},
    freshToken: identification.refresh,
    post,
    texts(rule) {
      let file = texts.get(rule);
      if (!file) {
        const locale = chooseLocale(rule.locales, [document.documentElement.lang, ...navigator.languages]);
        file = fetch(`${base}/w/${site}/${rule.id}.${rule.version}.${locale}.json?${assets.build}`, {
          credentials: 'omit',
        }).then((response) => (response.ok ? response.json() : Promise.reject(response)));
        texts.set(rule, file);
        file.catch(() => texts.delete(rule));
      }
      return file;
    },
    visitor: () => visitor,
    keepVisitor() {
      // Another tab may have kept one first: they are the same visitor.
      visitor = store.get('visitor') ?? visitor;
      store.set('visitor', visitor);
    },
    identity: () => Promise.race([identification.get(), wait(IDENTITY_PATIENCE)]),
  };

  const start = async <File extends LazyFile>(name: string): Promise<File> => {
    const file: File = await import(/* @vite-ignore */ `${base}/w/assets/${name}`);
    file.start(session);
    return file;
  };

  let file: Promise<ElementFile> | undefined;
  const element = () => {
    // From here on the browser itself brings placed elements to life.
    observer.disconnect();
    file ??= start<ElementFile>(assets.element).catch((error) => {
      file = undefined;
      throw error;
    });
    return file;
  };

  /** Counts page views, so that what was due on a page that was left can be told. */
  let view = 0;
  let opening = -1;
  let shown: Element | undefined;
  let timers: number[] = [];

  const isHere = (rule: SurveyRule) => !rule.url || rule.url.some((pattern) => matchesPath(pattern, location.pathname));

  const open = async (rule: SurveyRule, options: OpenOptions, stillDue: () => boolean, focus: boolean) => {
    if (shown?.isConnected || opening === view) return;
    const mine = view;
    opening = mine;
    try {
      const [module] = await Promise.all([element(), session.texts(rule), session.identity()]);
      if (!shown?.isConnected && stillDue()) shown = module.open(rule, options, focus);
    } finally {
      if (opening === mine) opening = -1;
    }
  };

  const due = (rule: SurveyRule) => {
    const mine = view;
    const { delay } = rule;
    // Asked again before it shows: the page may have moved on, and another tab may have had the answer.
    const stillDue = () => isHere(rule) && (mine === view || !delay) && !isResting(store, rule, Date.now());
    if (rule.placed || !stillDue()) return;
    // Even without a delay not at once: calls queued behind this one may still say who is here. Without network, or
    // with a blocker, the page goes on as if nothing had been due.
    const timer = setTimeout(() => open(rule, {}, stillDue, false).catch(() => {}), (delay ?? 0) * 1_000);
    if (delay) timers.push(timer);
  };

  const arrive = () => {
    for (const rule of surveys) if (!rule.event) due(rule);
  };

  /** Tells the site whose visitor id this is, once for each person, if the id has been kept. */
  const stitch = async () => {
    if (!store.get('visitor')) return;
    const identity = await identification.get();
    if (!identity || !('token' in identity)) return;
    const subject = String(payloadOf(identity.token).sub);
    if (store.get('subject') === subject) return;
    const { status } = await post('identify', { visitor, identity });
    if (status === 200) store.set('subject', subject);
  };

  const methods: Record<string, (...args: never[]) => unknown> = {
    identify(given: unknown) {
      identification.set(given);
      return stitch();
    },
    track(event: unknown) {
      for (const rule of surveys) if (event && rule.event === event) due(rule);
    },
    show(id: unknown, options?: { touchpoint?: unknown }) {
      const rule = surveys.find((one) => one.id === id);
      // A press is a wish of the visitor's own; without one "don't ask me again" stands.
      const pressed = !!navigator.userActivation?.isActive;
      if (!rule || (!pressed && store.get(NEVER))) return;
      const touchpoint = options?.touchpoint;
      return open(rule, typeof touchpoint === 'string' ? { touchpoint } : {}, () => true, pressed);
    },
    reset() {
      identification.set(undefined);
      for (const key of store.keys()) if (key.startsWith(SEEN)) store.remove(key);
      drafts.keys().forEach(drafts.remove);
      store.remove('visitor');
      store.remove('subject');
      visitor = randomHex(16);
    },
  };

  const placed = document.getElementsByTagName('touchstone-survey');
  const observer = new MutationObserver(() => look());
  const look = () => {
    if (!placed.length) return;
    for (const one of placed) {
      const rule = surveys.find(({ id }) => id === one.getAttribute('survey'));
      if (rule) session.texts(rule).catch(() => {});
    }
    element().catch(() => {});
  };

  watchPage(() => {
    view++;
    timers.forEach(clearTimeout);
    timers = [];
    arrive();
  });
  observer.observe(document, { childList: true, subtree: true });
  look();
  if (store.keys().some((key) => key.startsWith(OUT))) start(assets.outbox).catch(() => {});
  arrive();

  return (method, ...args) => {
    const run = Object.hasOwn(methods, String(method)) && methods[String(method)];
    // A page's mistake, or the network's, is never thrown at the page.
    if (run) (async () => run(...(args as never[])))().catch(() => {});
  };
}
