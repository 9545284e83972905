import type { SurveyTexts } from '../../contract/rules.ts';
import css from './tab.css?inline';

/**
 * Puts a tab at the end of the window's side, over the page and by no style of the page's. Given focus, its button has
 * it: what a survey does when it closes.
 */
export function showTab({ locale, dir, tab, frame }: SurveyTexts, pressed: () => void): Element {
  const host = document.createElement('touchstone-tab');
  const root = host.attachShadow({ mode: 'open', delegatesFocus: true });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement('button');
  const label = document.createElement('span');
  label.textContent = tab || frame.feedback || '';
  button.append(label);
  button.className = 'tab';
  button.type = 'button';
  button.lang = locale;
  button.dir = dir;
  button.addEventListener('click', pressed);
  root.append(button);
  document.body.append(host);
  return host;
}
