/** What can be handed to a page and back. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Something to find on a page, through open shadow roots: by selector, then by its label or else its whole text. */
export interface Query {
  css: string;
  text?: string;
  /** The how-manieth of those, from 0. */
  at?: number;
}

export type Key = 'Tab' | 'Enter' | 'Space' | 'Escape' | 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** One visitor's browser window, with nothing kept from any before. The suite knows an engine through this alone. */
export interface Tab {
  go(address: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  /** Runs a function's body in the page, `arguments` being `given`. */
  run<T>(body: string, ...given: Json[]): Promise<T>;
  /** Presses what is found with the pointer; false when there is nothing, or no longer. */
  click(query: Query): Promise<boolean>;
  /** Types into what has focus. */
  type(text: string): Promise<void>;
  press(key: Key, held?: 'Control' | 'Shift'): Promise<void>;
  /** From here on everything concerns the document in this frame, until `leave`. */
  enter(frame: Query): Promise<void>;
  leave(): Promise<void>;
  /** A picture of the window, PNG. */
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}

/** One browser engine, started. */
export interface Engine {
  name: string;
  /** A new visitor's window. Close it before the next is opened. */
  visit(): Promise<Tab>;
  close(): Promise<void>;
}

/** The body of a function that finds what `arguments[0]`, a query, asks for; visible things alone. */
export const FIND = `
const { css, text, at = 0 } = arguments[0];
const within = (root) => [...root.querySelectorAll('*')].flatMap((one) => [
  ...(one.matches(css) ? [one] : []),
  ...(one.shadowRoot ? within(one.shadowRoot) : []),
]);
return within(document).filter((one) =>
  one.getClientRects().length > 0 &&
  (text === undefined || (one.getAttribute('aria-label') ?? one.textContent).trim() === text))[at] ?? null;
`;
