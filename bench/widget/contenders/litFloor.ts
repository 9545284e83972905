import { bundlePage } from '../bundlePage.ts';
import type { Contender } from '../contender.ts';

export const litFloor: Contender = {
  name: 'lit-floor',
  title: 'the bare Lit floor',
  versions: ['lit'],
  loads: "`import { LitElement, html, css } from 'lit'`: one element, five buttons, no texts, no rules, no answers",
  probe: () => document.getElementsByTagName('lit-floor')[0]?.shadowRoot?.querySelector('button'),
  async prepare(folder) {
    const { head, file } = await bundlePage(folder, 'litFloor');
    return { head, slot: '<lit-floor></lit-floor>', answer: ({ path }) => file(path) };
  },
};
