import css from './survey.css?inline';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** Adopted by each survey's shadow root: a strict policy (`style-src` without `unsafe-inline`) lets it through. */
export default sheet;
