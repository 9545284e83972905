import { eventually } from '../support/eventually.ts';
import type { Json, Query, Tab } from './engine.ts';

/** A visitor's hands and eyes: they wait until what they look for is there. */
export interface Visitor extends Omit<Tab, 'click'> {
  click(query: Query): Promise<void>;
  /** Chooses a face, from 1 to 5. */
  face(score: number): Promise<void>;
  /** Presses a button by what it says. */
  button(text: string): Promise<void>;
  /** Presses a button as long as it is there, until a text is read: what it does may come about by itself. */
  buttonUntil(text: string, read: string): Promise<void>;
  /** Writes into the comment's field. */
  write(text: string): Promise<void>;
  /** Waits until there is something. */
  sees(query: Query): Promise<void>;
  /** Waits until a text is part of what the survey says. */
  reads(text: string): Promise<void>;
  count(css: string): Promise<number>;
  /** Calls the widget as the page would, once it has arrived. */
  call(...given: Json[]): Promise<void>;
  /** Waits until the widget has arrived. */
  arrived(): Promise<void>;
  /** What has focus, by its label or text. */
  focused(): Promise<string>;
  /** What the device keeps of the widget's. */
  kept(): Promise<string[]>;
}

const PATIENCE = 20_000;

/** A look costs the machine that the page is on, too. */
const pause = () => new Promise<false>((again) => setTimeout(again, 30, false));

/** Everything within `document` and its open shadow roots. */
const EVERYTHING = `
const everything = (root) => [...root.querySelectorAll('*')].flatMap((one) => [
  one, ...(one.shadowRoot ? everything(one.shadowRoot) : [])]);
`;

export function visitorOf(tab: Tab): Visitor {
  const until = (what: string, ask: () => Promise<boolean>) =>
    eventually(async () => (await ask()) || pause(), Boolean, PATIENCE).then(
      () => {},
      (error: unknown) => {
        throw new Error(`never ${what}: ${error}`);
      },
    );
  const count = (css: string) =>
    tab.run<number>(
      `${EVERYTHING} return everything(document).filter((one) => one.matches(arguments[0]) && one.getClientRects().length).length`,
      css,
    );
  const says = (text: string) =>
    tab.run<boolean>(
      `${EVERYTHING} return everything(document).some((one) => one.matches('[part=panel]') && one.textContent.replace(/\\s+/g, ' ').includes(arguments[0]))`,
      text,
    );
  const visitor: Visitor = {
    ...tab,
    click: (query) => until(`could press ${JSON.stringify(query)}`, () => tab.click(query)),
    face: (score) => visitor.click({ css: '[role=radio]', at: score - 1 }),
    button: (text) => visitor.click({ css: 'button', text }),
    buttonUntil: (text, read) =>
      until(`read "${read}" after pressing ${text}`, async () => {
        if (await says(read)) return true;
        await tab.click({ css: 'button', text });
        return false;
      }),
    async write(text) {
      await visitor.click({ css: 'textarea' });
      await tab.type(text);
    },
    sees: ({ css, text }) =>
      until(`saw ${css} ${text ?? ''}`, () =>
        tab.run<boolean>(
          `${EVERYTHING} return everything(document).some((one) => one.matches(arguments[0]) && one.getClientRects().length && (arguments[1] === null || (one.getAttribute('aria-label') ?? one.textContent).trim() === arguments[1]))`,
          css,
          text ?? null,
        ),
      ),
    reads: (text) => until(`read "${text}"`, () => says(text)),
    count,
    async call(...given) {
      await visitor.arrived();
      await tab.run('window.touchstone(...arguments[0])', given);
    },
    arrived: () => until('had the widget', () => tab.run<boolean>(`return !!window[Symbol.for('touchstone')]`)),
    focused: () =>
      tab.run<string>(`
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at?.getAttribute('aria-label') || at?.id || at?.textContent.trim() || at?.tagName || '';
      `),
    kept: () => tab.run<string[]>(`return Object.keys(localStorage)`),
  };
  return visitor;
}
