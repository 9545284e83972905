/** The shop's own script: what any site owner would write to tell the widget who is here and what just happened. */
export const script = `'use strict';
window.touchstone = window.touchstone || function () {
  (touchstone.q = touchstone.q || []).push(arguments);
};
const { person, event, left } = document.body.dataset;
if (left) {
  touchstone('reset');
  const here = new URL(location.href);
  here.searchParams.delete('left');
  history.replaceState(null, '', here);
}
if (person) {
  touchstone('identify', () =>
    fetch('/demo/token').then((answer) => (answer.ok ? answer.text() : undefined)),
  );
}
if (event) touchstone('track', event);
for (const button of document.querySelectorAll('[data-track]')) {
  button.addEventListener('click', () => touchstone('track', button.dataset.track, { page: document.title }));
}
`;
