import type { Identity } from '../../contract/collect.ts';
import type { SiteRules, SurveyRule } from '../../contract/rules.ts';
import { OUT } from '../outbox/keys.ts';
import { isResting, isTired, NEVER, SEEN } from '../seen.ts';
import type {
  ElementFile,
  ExplainFile,
  LazyFile,
  OpenOptions,
  OwnSession,
  Reply,
  Route,
  WhenFile,
  WhomFile,
} from '../session.ts';
import { stringify } from '../stringify.ts';
import { chooseLocale } from './chooseLocale.ts';
import { fractionOf } from './fractionOf.ts';
import { isHere } from './isHere.ts';
import { type Paths, rulesAt } from './pathsOf.ts';
import { createStore } from './store.ts';
import { watchPage } from './watchPage.ts';

/** Longer than this nobody waits for the network. In milliseconds. */
const NETWORK_PATIENCE = 10_000;
/** What a page calls is remembered for `explain`, up to a bound. */
const CALLS_MAX = 50;

/** The files that go with the loader. */
export interface Assets {
  /** The element's file. The others are named after what they do and the build. */
  element: string;
  /** Changes whenever one of them, or the texts' frame, may have changed. */
  build: string;
}

type Lazy = 'whom' | 'when' | 'explain';

/** Runs every method a page may call; unknown methods and bad arguments do nothing. */
export type Call = (...call: unknown[]) => void;

/** An id that nobody else has. `crypto.randomUUID` is missing on plain http pages, this is not. */
const newVisitor = () => crypto.getRandomValues(new Uint32Array(4)).join('-');

/**
 * Starts the loader on this page: nothing is fetched and nothing is stored until a survey is due, a visitor acts, or
 * something kept earlier waits to be sent.
 *
 * @returns what `window.touchstone` does from now on
 */
export function load(rules: SiteRules, paths: Paths, assets: Assets): Call {
  const { site, surveys } = rules;
  const prefix = `touchstone:${site}:`;
  /** The site's mode, and what the visitor or their browser has said. A store that gets none lives in memory. */
  const mayKeep = () =>
    rules.storage !== 'none' &&
    !session.isTest &&
    (session.consent ?? !(rules.storage || (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl));
  const store = createStore(prefix, () => mayKeep() && localStorage);
  const drafts = createStore(prefix, () => mayKeep() && sessionStorage);
  const note = (error: unknown): undefined => {
    session.failures.push(error);
  };

  const post = async (route: Route, body: object & { identity?: Identity | undefined }): Promise<Reply> => {
    const response = await fetch(paths.posts + route, {
      method: 'POST',
      body: stringify(body),
      keepalive: true,
      credentials: 'omit',
      signal: AbortSignal.timeout?.(NETWORK_PATIENCE),
    }).catch((error) => {
      note(`${route} ${error}`);
      throw error;
    });
    const { status, headers } = response;
    if (status >= 400) note(`${route} ${status}`);
    if (status === 401) session.refused = body.identity;
    return { status, retryAfter: headers.get('retry-after'), text: await response.text() };
  };

  /** What has been fetched, by its name; what failed is fetched again when it is next asked for. */
  const files: Record<string, Promise<unknown>> = {};
  const once = <File>(name: string, fetched: () => Promise<File>) => {
    files[name] ??= fetched().catch((error) => {
      delete files[name];
      throw error;
    });
    return files[name] as Promise<File>;
  };

  let visitor = newVisitor();
  const session: OwnSession = {
    rules,
    store,
    drafts,
    isTest: /[?#&]touchstone-test/.test(location.href),
    contact: {},
    calls: [],
    failures: [],
    fates: new Map(),
    mayKeep,
    post,
    texts(rule) {
      const locale = chooseLocale(rule.locales, [document.documentElement.lang, ...navigator.languages]);
      const name = `${rule.id}.${rule.version}.${locale}.json`;
      return once(name, () =>
        fetch(`${paths.texts}${name}?${assets.build}`, { credentials: 'omit' }).then((response) =>
          response.ok ? response.json() : Promise.reject(name),
        ),
      );
    },
    visitor: () => visitor,
    keepVisitor() {
      // Another tab may have kept one first: they are the same visitor.
      visitor = store.get('visitor') ?? visitor;
      store.set('visitor', visitor);
    },
    whom: () => start<WhomFile>('whom'),
    identity: async () =>
      session.given &&
      session
        .whom()
        .then(({ identity }) => identity())
        .catch(note),
    isSampled: ({ id, sample = 1 }, person = visitor) => session.isTest || fractionOf(id + person) < sample,
  };
  visitor = store.get('visitor') ?? visitor;

  const fileOf = ({ element, build }: Assets, name?: Lazy) =>
    import(/* @vite-ignore */ paths.files + (name ? `${name}.${build}.js` : element));
  const start = <File extends LazyFile>(name?: Lazy) =>
    once(`${name}`, async (): Promise<File> => {
      const file = await fileOf(assets, name).catch(async () => {
        // Since this script was cached, there may have been a deploy: what has it become?
        const { assets: now } = await (await fetch(rulesAt(paths))).json();
        return fileOf(now, name);
      });
      file.start(session);
      return file;
    });
  const element = () => {
    // From here on the browser itself brings placed elements to life.
    observer.disconnect();
    return start<ElementFile>();
  };

  /** Counts page views, so that what was due on a page that was left can be told. */
  let view = 0;
  let opening = -1;
  let shown: ReturnType<ElementFile['open']> | undefined;
  /** The survey on the page, or that was there last. */
  let asked: SurveyRule | undefined;

  const open = async (rule: SurveyRule, options: OpenOptions, stillDue: () => boolean, focus: boolean) => {
    if (shown?.isConnected || opening === view) return;
    opening = view;
    try {
      const [module] = await Promise.all([element(), session.texts(rule)]);
      if (!shown?.isConnected && stillDue()) {
        shown = module.open(rule, options, focus);
        asked = rule;
      }
    } finally {
      opening = -1;
    }
  };

  /** Judges a survey whose moment has come, and keeps the verdict for `explain`. */
  const isDue = (rule: SurveyRule) => {
    const now = Date.now();
    const fate = !isHere(rule)
      ? 'url'
      : !session.isTest && (isResting(store, rule, now) || isTired(store, rules, now))
        ? 'fatigue'
        : // Of a person who may prove to be somebody, it is judged by who they are.
          !session.given && !session.isSampled(rule)
          ? 'sampling'
          : undefined;
    session.fates.set(rule, fate);
    return !fate;
  };

  /** Surveys whose moment has come, with what the page passed along. */
  const pending = new Map<SurveyRule, OpenOptions>();

  /** What is due together is considered together, once this script is done: calls queued behind may say who is here. */
  const consider = async () => {
    const mine = view;
    await 0;
    const options = new Map(pending);
    pending.clear();
    if (shown?.isConnected) return;
    let candidates = [...options.keys()].filter(isDue);
    if (candidates.some(({ who, ask }) => who || ask || session.given))
      candidates = await (await session.whom()).choose(candidates);
    const [rule] = candidates;
    // Asked again before it shows: the page may have moved on, and another tab may have had the answer.
    if (rule) await open(rule, options.get(rule) ?? {}, () => (mine === view || !rule.delay) && isDue(rule), false);
  };

  const due = (rule: SurveyRule, options: OpenOptions = {}) => {
    const mine = view;
    const join = () => {
      if (rule.placed || (rule.delay && mine !== view)) return;
      // Without network, or with a blocker, the page goes on as if nothing had been due.
      if (!pending.size) consider().catch(note);
      pending.set(rule, options);
    };
    if (rule.delay) setTimeout(join, rule.delay * 1_000);
    else join();
  };

  let isWatching: unknown;
  const arrive = () => {
    for (const rule of surveys) if (!rule.event && !rule.on) due(rule);
    // Pages are counted wherever they are. Nothing to watch for ends what was watched for on the page before.
    if (isWatching || surveys.some((rule) => rule.on && (rule.on.page || isHere(rule))))
      isWatching = start<WhenFile>('when')
        .then(({ watch }) => watch(isHere, due, (rule) => open(rule, {}, () => true, true).catch(note)))
        .catch(note);
  };

  /** Sends what earlier visits could not: so rare that it needs no file of its own. */
  const sendKept = () => {
    if (store.keys(OUT)[0])
      start<ElementFile>()
        .then(({ flush }) => flush(session))
        .catch(note);
  };

  const forget = () => {
    store.remove('visitor');
    store.remove('subject');
    visitor = newVisitor();
  };

  const methods: { [name: string]: ((...args: never[]) => unknown) | null } = {
    __proto__: null,
    identify(value: unknown) {
      session.given = value === undefined ? value : { value };
      // Whose visitor id this is, is told once for each person, if the id has been kept.
      return store.get('visitor') && session.whom().then(({ stitch }) => stitch());
    },
    track(event: unknown, context?: OpenOptions['context']) {
      for (const rule of surveys) if (event && rule.event === event) due(rule, { context });
    },
    show(id: unknown, options?: OpenOptions) {
      const rule = surveys.find((one) => one.id === id);
      // A press is a wish of the visitor's own; without one "don't ask me again" stands.
      const pressed = !!navigator.userActivation?.isActive;
      return rule && (pressed || session.isTest || !store.get(NEVER)) && open(rule, options ?? {}, () => true, pressed);
    },
    consent(given: unknown) {
      // Either way what is kept must be reached: to be moved there from memory, or from there to memory.
      session.consent = true;
      const kept = [store, drafts].flatMap((one) => one.keys().map((key) => [one, key, one.get(key) ?? ''] as const));
      for (const [one, key] of kept) one.remove(key);
      session.consent = given === true;
      for (const [one, key, value] of kept) one.set(key, value);
      if (session.consent) {
        session.keepVisitor();
        sendKept();
      } else forget();
    },
    test(on: unknown) {
      session.isTest = on !== false;
    },
    on(event: unknown, callback: (detail: unknown) => void) {
      // What cannot be called is found out now.
      const tell = callback.bind(null);
      addEventListener(`touchstone-${event}`, (heard) => tell((heard as CustomEvent).detail));
    },
    async explain(callback: unknown) {
      (await start<ExplainFile>('explain')).explain(callback);
    },
    reset() {
      session.given = undefined;
      store.keys(SEEN).forEach(store.remove);
      drafts.keys().forEach(drafts.remove);
      forget();
    },
  };

  const placed = document.getElementsByTagName('touchstone-survey');
  const observer = new MutationObserver(() => look());
  const look = () => {
    if (!placed.length) return;
    for (const one of placed) {
      const rule = surveys.find(({ id }) => id === one.getAttribute('survey'));
      if (rule) session.texts(rule).catch(note);
    }
    element().catch(note);
  };

  watchPage(() => {
    view++;
    session.fates.clear();
    if (asked && !isHere(asked)) shown?.leave?.();
    arrive();
  });
  observer.observe(document, { childList: true, subtree: true });
  look();
  sendKept();
  arrive();

  return (...call) => {
    if (session.calls.length < CALLS_MAX) session.calls.push(call);
    const [method, ...args] = call;
    // A page's mistake, or the network's, is never thrown at the page.
    (async () => methods[method as string]?.(...(args as never[])))().catch(note);
  };
}
