import './preview.css';
import { open, start } from '../../widget/element/main.ts';
import { textsOf } from '../../worker/collect/textsOf.ts';
import type { PreviewMessage, PreviewReply } from './message.ts';
import { forget, lend, SURVEY, session } from './session.ts';
import { shapeOf } from './shape-of.ts';

/** The survey element itself, in a page of its own beside the editor. It is shown what is being written, as it is. */

let shown: Element | undefined;
let shape = '';
let isClosing = false;

function tell(reply: PreviewReply): void {
  parent.postMessage(reply, location.origin);
}

function takeAway(): void {
  isClosing = true;
  shown?.remove();
  document.getElementById('place')?.replaceChildren();
  isClosing = false;
}

function put(isPlaced: boolean): void {
  const [rule] = session.rules.surveys;
  if (!rule) return;
  if (isPlaced) {
    shown = document.createElement('touchstone-survey');
    shown.setAttribute('survey', SURVEY);
    document.getElementById('place')?.append(shown);
  } else shown = open(rule, {}, false);
}

function show({ definition, locale, scheme, run }: PreviewMessage): void {
  const texts = textsOf(definition, locale);
  const { documentElement: root } = document;
  root.lang = locale;
  root.dir = texts.dir;
  root.dataset['scheme'] = definition.look?.scheme ?? scheme;
  root.toggleAttribute('data-own-scheme', definition.look?.scheme !== undefined);
  const next = `${run} ${shapeOf(definition)}`;
  // With the same shape the element goes on where it was, as it does after a reload.
  if (next !== shape) forget();
  shape = next;
  lend(texts);
  takeAway();
  put(definition.triggers.placed ?? false);
}

/** Whoever types in the editor goes on typing there: what the element does to move the focus is held back meanwhile. */
function leaveFocus(): void {
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function focusHere(options) {
    if (document.hasFocus()) focus.call(this, options);
  };
  const { showModal } = HTMLDialogElement.prototype;
  HTMLDialogElement.prototype.showModal = function showHere() {
    if (document.hasFocus()) {
      showModal.call(this);
      return;
    }
    // A modal dialog takes the focus from whatever has it, in other frames too: until somebody comes in, it only looks
    // like one.
    this.setAttribute('open', '');
    const { style } = this;
    Object.assign(style, { position: 'fixed', inset: '0', background: 'rgb(0 0 0 / 0.45)' });
    const enter = () => {
      if (!this.isConnected) return;
      this.removeAttribute('open');
      for (const name of ['position', 'inset', 'background']) style.removeProperty(name);
      showModal.call(this);
    };
    addEventListener('focus', enter, { once: true });
  };
}

leaveFocus();
start(session);

addEventListener('message', ({ data, origin, source }: MessageEvent<PreviewMessage>) => {
  if (origin === location.origin && source === parent && data.kind === 'show') show(data);
});
addEventListener('touchstone-close', () => {
  if (isClosing) return;
  forget();
  tell({ kind: 'closed' });
});
tell({ kind: 'ready' });
