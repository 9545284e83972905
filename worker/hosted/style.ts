import { createHash } from 'node:crypto';

/**
 * The sheet of a survey by link. Logical properties only, so that direction is free. Controls are native ones; where
 * `:has()` is not understood they stay to be seen, beside the drawings.
 */
export const style = `
:root {
  color-scheme: light dark;
  --canvas: light-dark(#f3f4f7, #0f1114);
  --surface: light-dark(#fff, #1a1d22);
  --field: light-dark(#fff, #121418);
  --hover: light-dark(#f0f2f5, #23262c);
  --hair: light-dark(#e3e6ea, #2c3036);
  --line: light-dark(#81878d, #6d727a);
  --ink: light-dark(#151a21, #eef0f3);
  --ink-soft: light-dark(#454951, #b7bbc0);
  --ink-faint: light-dark(#5b6068, #969ca3);
  --on-ink: light-dark(#fcfcfc, #0f1216);
  --alert: light-dark(#9c3415, #f29b6f);
  --focus: light-dark(#276ed2, #60aaf3);
  --radius: 16px;
  --font: Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  font: 100%/1.5 var(--font);
  background: var(--canvas);
  color: var(--ink);
  -webkit-text-size-adjust: 100%;
}
:root[data-scheme="light"] { color-scheme: light; }
:root[data-scheme="dark"] { color-scheme: dark; }
:root[dir="rtl"] { --font: Vazirmatn, "Segoe UI", Tahoma, "DejaVu Sans", system-ui, sans-serif; line-height: 1.75; }
*, ::before, ::after { box-sizing: border-box; }
body {
  margin: 0 auto; min-block-size: 100dvb; inline-size: min(40rem, 100%); display: flex; flex-direction: column;
  padding: max(1rem, env(safe-area-inset-top)) max(1rem, env(safe-area-inset-right)) max(1rem, env(safe-area-inset-bottom)) max(1rem, env(safe-area-inset-left));
}
h1, h2, p, fieldset, legend { margin: 0; padding: 0; border: 0; min-inline-size: 0; font: inherit; }
h1, h2 { font-weight: 620; text-wrap: balance; overflow-wrap: anywhere; }
h1 { font-size: 1.375rem; line-height: 1.35; letter-spacing: -0.011em; }
h2 { font-size: 1.0625rem; line-height: 1.4; }
[dir="rtl"] :is(h1, h2) { letter-spacing: 0; line-height: 1.65; }
legend { inline-size: 100%; }
a, button { color: inherit; font: inherit; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
svg { display: block; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }

header { display: flex; align-items: center; gap: 0.75rem; min-block-size: 2.75rem; padding-inline: 0.25rem; }
.from { font-weight: 560; color: var(--ink-soft); overflow-wrap: anywhere; }
.test { margin-inline-start: auto; padding: 0.125rem 0.625rem; border: 1px dashed var(--line); border-radius: 99px; font-size: 0.8125rem; color: var(--ink-soft); }
main {
  margin-block: clamp(0.5rem, 4dvb, 3rem) 1rem; padding: clamp(1.125rem, 5vi, 2.25rem); border-radius: var(--radius); background: var(--surface);
  box-shadow: 0 0 0 1px var(--hair), 0 1px 3px light-dark(rgb(20 26 40 / 0.06), rgb(0 0 0 / 0.3));
}
footer { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 1rem; padding-inline: 0.25rem; font-size: 0.875rem; color: var(--ink-faint); }
footer a { display: inline-flex; align-items: center; min-block-size: 2.75rem; text-underline-offset: 0.2em; }
footer nav { display: flex; flex-wrap: wrap; margin-inline: -0.625rem; }
nav button { min-block-size: 2.75rem; padding-inline: 0.625rem; border: 0; border-radius: 0.5rem; background: none; cursor: pointer; text-decoration: underline; text-underline-offset: 0.2em; }
nav button[aria-current] { color: var(--ink); font-weight: 560; text-decoration: none; }

progress { display: block; inline-size: 100%; block-size: 4px; margin-block-end: 1.5rem; border: 0; border-radius: 2px; overflow: hidden; appearance: none; background: var(--hair); color: var(--ink); }
progress::-webkit-progress-bar { background: var(--hair); }
progress::-webkit-progress-value { background: var(--ink); }
progress::-moz-progress-bar { background: var(--ink); }

.question + .question { margin-block-start: 2rem; padding-block-start: 1.75rem; border-block-start: 1px solid var(--hair); }
.message h1 { font-weight: 450; font-size: 1.125rem; line-height: 1.55; }
.said { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.note, .fault { color: var(--alert); }
.note { margin-block-end: 1rem; }
.fault { margin-block-start: 0.5rem; font-size: 0.9375rem; font-weight: 530; }

.choice { position: relative; display: grid; place-items: center; align-content: start; cursor: pointer; color: var(--ink-soft); border-radius: 0.75rem; }
.choice input, .option input { accent-color: var(--ink); }
.faces, .stars { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); margin-block-start: 1.25rem; margin-inline: -0.5rem; }
.faces .choice, .stars .choice { gap: 0.5rem; padding: 0.5rem 0.125rem; min-block-size: 2.75rem; }
.faces svg { inline-size: min(3.25rem, 100%); }
.stars svg { inline-size: min(2.75rem, 100%); }
.eyes { stroke-width: 2.8; }
.name { inline-size: 100%; font-size: 0.8125rem; line-height: 1.3; text-align: center; hyphens: auto; overflow-wrap: anywhere; color: var(--ink-faint); }
.ends { display: flex; justify-content: space-between; gap: 1.5rem; margin-block-start: 0.5rem; font-size: 0.875rem; color: var(--ink-faint); }
.ends span + span { text-align: end; }
.stars + .ends { max-inline-size: none; }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(2.75rem, 1fr)); gap: 0.375rem; margin-block-start: 1.25rem; }
.numbers[data-many="11"] { grid-template-columns: repeat(11, minmax(0, 1fr)); }
.numbers .choice, .tiles .choice { align-content: center; min-block-size: 2.875rem; border-radius: 0.625rem; box-shadow: inset 0 0 0 1px var(--line); color: var(--ink); font-weight: 530; font-variant-numeric: tabular-nums; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(6.5rem, 1fr)); gap: 0.5rem; margin-block-start: 1.25rem; }
.tiles .choice { gap: 0.375rem; min-block-size: 5rem; padding: 0.5rem 0.25rem; font-size: 0.9375rem; font-weight: 450; text-align: center; }
.tiles span { max-inline-size: 100%; hyphens: auto; overflow-wrap: anywhere; }
.tiles svg { inline-size: 1.5rem; color: var(--ink-soft); }
.thumbs { grid-template-columns: repeat(2, minmax(0, 1fr)); }
.thumbs .choice:first-child svg { rotate: 180deg; }
.row { margin-block-start: 1.25rem; }
.row legend { font-weight: 530; }
.row .numbers { margin-block-start: 0.5rem; }
.list { display: grid; gap: 0.5rem; margin-block-start: 1.25rem; }
.option { display: flex; align-items: center; gap: 0.75rem; min-block-size: 3rem; padding: 0.625rem 0.875rem; border-radius: 0.625rem; box-shadow: inset 0 0 0 1px var(--hair); cursor: pointer; }
.option input { flex: none; inline-size: 1.125rem; block-size: 1.125rem; margin: 0; }
.option span { overflow-wrap: anywhere; }
.agree { align-items: start; margin-block-start: 1rem; }
.agree input { margin-block-start: 0.1875rem; }
textarea, .line, .own {
  display: block; inline-size: 100%; margin-block-start: 1rem; padding: 0.6875rem 0.875rem; border: 1px solid var(--line); border-radius: 0.625rem;
  background: var(--field); color: inherit; font: inherit; font-size: max(1rem, 16px);
}
textarea { resize: vertical; min-block-size: 6.5rem; }
textarea:focus-visible, .line:focus-visible, .own:focus-visible { outline-offset: 0; }
::placeholder { color: var(--ink-faint); opacity: 1; }
[dir="rtl"] .line[dir="ltr"] { text-align: end; }
/* Without words of its own a field has the direction of the page, whatever an empty one would have. */
[dir="rtl"] :is(textarea, .own, .line[dir="auto"]):placeholder-shown { direction: rtl; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; margin-block-start: 1.75rem; }
.primary, .plain { min-block-size: 2.875rem; padding-inline: 1.5rem; border: 0; border-radius: 0.6875rem; cursor: pointer; font-weight: 530; }
.primary { background: var(--ink); color: var(--on-ink); }
.plain { padding-inline: 1rem; background: none; color: var(--ink-soft); }
.quiet { margin-block-start: 1.25rem; margin-inline: -1rem; font-size: 0.875rem; }
.quiet .plain { font-weight: 450; color: var(--ink-faint); text-decoration: underline; text-underline-offset: 0.2em; }
.notice { display: grid; justify-items: center; gap: 0.625rem; padding-block: clamp(1rem, 6dvb, 3rem); text-align: center; }
.notice p { max-inline-size: 34ch; color: var(--ink-soft); text-wrap: balance; }
.notice .mark svg { inline-size: 3.25rem; stroke-width: 1.75; }
.notice .actions { justify-content: center; margin-block-start: 1rem; }
.notice .plain { box-shadow: inset 0 0 0 1px var(--hair); }

@supports selector(:has(*)) {
  /* The control is the whole tile, unseen; the tile shows its state. */
  .choice input { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; margin: 0; opacity: 0; cursor: pointer; }
  .choice:has(:focus-visible) { outline: 2px solid var(--focus); outline-offset: 2px; }
  .faces:has(:checked) .choice:not(:has(:checked)), .stars:has(:checked) .choice { color: var(--line); }
  .faces .choice:has(:checked) { color: var(--ink); }
  .faces .choice:has(:checked) .name { color: var(--ink); font-weight: 560; }
  .faces .choice:has(:checked) circle { fill: var(--ink); stroke: var(--ink); }
  .faces .choice:has(:checked) path { stroke: var(--on-ink); }
  .stars .choice:has(:checked), .stars .choice:has(~ .choice :checked) { color: var(--ink); }
  .stars .choice:has(:checked) path, .stars .choice:has(~ .choice :checked) path { fill: currentColor; }
  :is(.numbers, .tiles) .choice:has(:checked) { background: var(--ink); color: var(--on-ink); box-shadow: none; }
  .tiles .choice:has(:checked) svg { color: inherit; }
  .option:has(:checked) { box-shadow: inset 0 0 0 1.5px var(--ink); background: var(--hover); }
  .question:not(:has(input[value="other"]:checked)) .own { display: none; }
}
@media (hover: hover) {
  .choice:hover, .option:hover { color: var(--ink); background: var(--hover); }
  .primary:hover { opacity: 0.88; }
  .plain:hover, nav button:hover { color: var(--ink); }
}
@media (max-width: 30rem) {
  :root { background: var(--surface); }
  main { margin-block-start: 0.5rem; padding: 0.75rem 0.25rem; background: none; box-shadow: none; }
  .numbers[data-many="11"] { grid-template-columns: repeat(6, minmax(0, 1fr)); }
  .faces .choice { gap: 0.375rem; }
  .name { font-size: 0.75rem; }
  .tiles .choice { font-size: 0.875rem; }
  footer { margin-block-start: auto; }
  .actions .primary { flex: 1; }
  .notice .actions { inline-size: 100%; }
}
@media (forced-colors: active) {
  .choice:has(:checked), .option:has(:checked) { outline: 3px solid Highlight; outline-offset: 0; }
  .numbers .choice, .tiles .choice, .option { border: 1px solid CanvasText; }
}
@media print { footer, .actions { display: none; } }
`;

/** The sheet's address changes with it, so that it may be kept for good. */
export const STYLE_ADDRESS = `/s/survey.css?${createHash('sha256').update(style).digest('base64url').slice(0, 8)}`;
