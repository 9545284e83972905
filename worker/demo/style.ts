/** The shop's style sheet. Logical properties only, so that Persian needs no rules of its own but its font. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f7f3ea, #171613);
  --card: light-dark(#fffdf8, #201e1a);
  --ink: light-dark(#24221d, #efe9dc);
  --soft: light-dark(#5c574c, #b8b0a0);
  --line: light-dark(#e2dac9, #37332b);
  --edge: light-dark(#8d8571, #857d6b);
  --green: light-dark(#2a5749, #8fc0a9);
  --on-green: light-dark(#fdfaf3, #10201a);
  font: 17px/1.6 "Iowan Old Style", Charter, Georgia, serif;
  background: var(--paper);
  color: var(--ink);
}
:lang(fa) { font-family: Vazirmatn, Tahoma, "DejaVu Sans", sans-serif; line-height: 1.9; }
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; min-block-size: 100dvb; display: flex; flex-direction: column; }
h1, h2, p, ul, ol, dl, dd, fieldset { margin: 0; padding: 0; }
h1 { font-size: clamp(1.7rem, 1.3rem + 2vw, 2.5rem); line-height: 1.15; font-weight: 600; letter-spacing: -0.01em; text-wrap: balance; }
h2 { font-size: 1.15rem; line-height: 1.3; font-weight: 600; }
:lang(fa) :is(h1, h2) { letter-spacing: 0; line-height: 1.5; }
a { color: inherit; text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--green); outline-offset: 3px; border-radius: 4px; }
main { flex: 1; inline-size: min(66rem, 100%); margin-inline: auto; padding: 1.5rem 1.25rem 4rem; outline: 0; }
.skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -4rem; background: var(--card); padding: 0.5rem 1rem; z-index: 2; }
.skip:focus { inset-block-start: 0.5rem; }
.demo-bar, .demo-bar button, nav, .over, .small, .primary, .secondary, .field, .notes, .buy, .steps span, .line p, .sum, .quiet, .end {
  font-family: system-ui, sans-serif; font-size: 0.88rem;
}
:lang(fa) :is(.demo-bar, .demo-bar button, nav, .over, .small, .primary, .secondary, .field, .notes, .buy, .steps span, .line p, .sum, .quiet, .end) { font-family: inherit; }
.demo-bar { display: flex; flex-wrap: wrap; gap: 0 1rem; justify-content: space-between; align-items: center; padding-inline: 1.25rem; border-block-end: 1px solid var(--line); color: var(--soft); }
.who { position: relative; }
.who summary { min-block-size: 44px; display: flex; align-items: center; gap: 0.35rem; cursor: pointer; color: var(--ink); }
.who summary::after { content: "▾"; color: var(--soft); }
.who form { position: absolute; z-index: 3; inset-inline-end: 0; inset-block-start: 100%; min-inline-size: 14rem; padding: 0.375rem; border-radius: 10px; background: var(--card); box-shadow: 0 0 0 1px var(--line), 0 12px 32px rgb(0 0 0 / 0.18); }
.who button { display: block; inline-size: 100%; min-block-size: 44px; padding-inline: 0.75rem; border: 0; border-radius: 7px; background: none; color: var(--ink); text-align: start; cursor: pointer; }
.who button:hover { background: var(--paper); }
.who button[aria-current] { font-weight: 650; }
.top { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; align-items: center; justify-content: space-between; inline-size: min(66rem, 100%); margin-inline: auto; padding: 1.1rem 1.25rem 0.5rem; }
.brand { display: inline-flex; align-items: center; gap: 0.6rem; min-block-size: 44px; font-size: 1.25rem; font-weight: 600; text-decoration: none; direction: ltr; }
.brand span { inline-size: 0.8rem; block-size: 1.15rem; border-radius: 50%; background: linear-gradient(100deg, var(--green) 44%, var(--paper) 45% 55%, var(--green) 56%); rotate: 30deg; }
nav { display: flex; flex-wrap: wrap; gap: 0 1.4rem; }
nav a { display: inline-flex; align-items: center; min-block-size: 44px; text-decoration: none; color: var(--soft); }
nav a:hover { color: var(--ink); }
nav a[aria-current] { color: var(--ink); box-shadow: inset 0 -2px var(--green); }
.product { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 3rem; align-items: center; }
.picture { border-radius: 18px; overflow: hidden; line-height: 0; }
.art { inline-size: 100%; block-size: auto; }
.sky { fill: light-dark(#e6ead9, #22302b); } .sun { fill: light-dark(#f2c879, #d9a85a); }
.far { fill: light-dark(#b6cbb2, #2d463c); } .mid { fill: light-dark(#86ab92, #27594a); } .near { fill: light-dark(#4d8069, #1d4437); }
.shade { fill: rgb(0 0 0 / 0.22); } .paper { fill: light-dark(#c99f6d, #b88a58); } .fold { fill: light-dark(#b2854f, #97693a); }
.crease { fill: none; stroke: rgb(80 45 10 / 0.22); stroke-width: 2; } .label { fill: #fbf6ea; }
.waves { fill: none; stroke: #2a5749; stroke-width: 5; stroke-linecap: round; } .rule { fill: none; stroke: #8d8571; stroke-width: 4; stroke-linecap: round; }
.bean { fill: #4a2c17; } .slit { fill: none; stroke: #c99f6d; stroke-width: 2; stroke-linecap: round; }
.about { display: grid; gap: 1rem; }
.over { color: var(--green); }
.lead { font-size: 1.08rem; color: var(--soft); text-wrap: pretty; }
.small { color: var(--soft); font-weight: 400; margin-block-end: -0.6rem; }
.notes { list-style: none; display: flex; flex-wrap: wrap; gap: 0.5rem; }
.notes li { padding: 0.2rem 0.8rem; border-radius: 99px; box-shadow: inset 0 0 0 1px var(--edge); }
fieldset { border: 0; min-inline-size: 0; }
legend { padding: 0; color: var(--soft); margin-block-end: 0.35rem; }
.buy { display: flex; flex-wrap: wrap; gap: 1rem 1.5rem; align-items: center; margin-block-start: 0.5rem; }
.buy fieldset { inline-size: 100%; display: flex; flex-wrap: wrap; gap: 0.5rem; }
.buy label { position: relative; }
.buy input { position: absolute; inset: 0; opacity: 0; margin: 0; inline-size: 100%; block-size: 100%; cursor: pointer; }
.buy label span { display: flex; align-items: center; min-block-size: 44px; padding-inline: 1rem; border-radius: 10px; box-shadow: inset 0 0 0 1px var(--edge); }
.buy :checked + span { box-shadow: inset 0 0 0 2px var(--green); }
.buy :focus-visible + span { outline: 2px solid var(--green); outline-offset: 3px; }
.price b { font-size: 1.4rem; } .price span { color: var(--soft); }
.primary, .secondary { display: inline-flex; align-items: center; justify-content: center; min-block-size: 50px; padding-inline: 1.75rem; border: 0; border-radius: 12px; background: var(--green); color: var(--on-green); font-weight: 600; font-size: 0.95rem; text-decoration: none; cursor: pointer; }
.secondary { background: none; color: var(--ink); box-shadow: inset 0 0 0 1px var(--edge); }
.primary:hover { filter: brightness(1.1); }
.promises { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1.5rem 2.5rem; margin-block: 4rem 3.5rem; padding-block: 1.75rem; border-block: 1px solid var(--line); }
.promises p { color: var(--soft); margin-block-start: 0.25rem; }
.story { max-inline-size: 36rem; margin-inline: auto; text-align: center; display: grid; gap: 0.75rem; }
.story h2 { font-size: 1.5rem; } .story p { color: var(--soft); }
.narrow { max-inline-size: 38rem; margin-inline: auto; display: grid; gap: 1.25rem; padding-block-start: 1.5rem; }
.part { display: grid; gap: 0.35rem; color: var(--soft); text-wrap: pretty; }
.part h2 { color: var(--ink); }
.narrow > .over { margin-block-end: -1rem; }
.centred { justify-items: center; text-align: center; padding-block-start: 3.5rem; }
.done { inline-size: 72px; fill: none; stroke: var(--green); stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; }
.line { display: grid; grid-template-columns: 84px 1fr auto; gap: 1rem; align-items: center; padding-block: 1rem; border-block: 1px solid var(--line); }
.thumb { border-radius: 10px; overflow: hidden; line-height: 0; }
.line p, .quiet { color: var(--soft); }
.sum { display: grid; grid-template-columns: 1fr auto; gap: 0.4rem; padding-block: 1rem; }
.sum dt { color: var(--soft); } .sum dd { text-align: end; }
.checkout { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 3rem; align-items: start; padding-block-start: 1.5rem; }
.checkout form { display: grid; gap: 1.1rem; justify-items: start; }
.checkout aside { padding: 0.5rem 1.25rem; border-radius: 16px; background: var(--card); }
.checkout aside .line { border-block-start: 0; }
.field { display: grid; gap: 0.3rem; inline-size: 100%; color: var(--soft); }
.field input:not([type]) { inline-size: 100%; min-block-size: 48px; padding-inline: 0.9rem; border: 1px solid var(--edge); border-radius: 10px; background: var(--card); color: var(--ink); font: inherit; font-size: 1rem; }
.choice { display: flex; align-items: center; gap: 0.6rem; min-block-size: 44px; color: var(--ink); }
.choice input { accent-color: var(--green); inline-size: 1.1rem; block-size: 1.1rem; }
.steps { list-style: none; display: grid; grid-template-columns: repeat(4, 1fr); }
.steps li { display: grid; gap: 0.1rem; padding-block-start: 1.4rem; padding-inline-end: 0.75rem; position: relative; align-content: start; }
.steps li::before { content: ""; position: absolute; inset-block-start: 0.3rem; inset-inline: 0; block-size: 2px; background: var(--green); }
.steps li:last-child::before { inset-inline-end: auto; inline-size: 0; }
.steps li::after { content: ""; position: absolute; inset-block-start: 0; inset-inline-start: 0; inline-size: 0.75rem; block-size: 0.75rem; border-radius: 50%; background: var(--green); }
.steps span { color: var(--soft); font-size: 0.8rem; line-height: 1.45; }
touchstone-survey { display: block; --touchstone-radius: 16px; }
touchstone-survey h2 { margin-block: 0.75rem; }
touchstone-survey:not(:defined) { min-block-size: 12rem; }
touchstone-survey:not(:defined) h2 { visibility: hidden; }
.question { border-block-end: 1px solid var(--line); padding-block-end: 0.5rem; }
.question summary { min-block-size: 48px; display: flex; align-items: center; justify-content: space-between; gap: 1rem; cursor: pointer; font-weight: 600; }
.question summary::after { content: "+"; font: 1.4rem/1 system-ui; color: var(--green); }
.question[open] summary::after { content: "–"; }
.question p { color: var(--soft); padding-block-end: 0.75rem; }
.actions { margin-block-start: 0.5rem; }
.end { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; justify-content: space-between; align-items: center; padding: 1rem 1.25rem; border-block-start: 1px solid var(--line); color: var(--soft); }
@media (max-width: 46rem) {
  .product, .checkout { grid-template-columns: minmax(0, 1fr); gap: 1.5rem; }
  .art { max-block-size: 20rem; }
  .demo-bar p { display: none; }
  .demo-bar { justify-content: end; }
  nav { gap: 0 1.1rem; }
  .buy .primary { flex: 1; }
  .narrow .primary, .checkout .primary { inline-size: 100%; }
  .steps { grid-template-columns: 1fr; gap: 1rem; }
  .steps li { padding-block-start: 0; padding-inline-start: 1.6rem; }
  .steps li::before { inset-inline: 0.32rem auto; inset-block: 0.5rem -1.2rem; inline-size: 2px; block-size: auto; }
  .steps li:last-child::before { block-size: 0; inset-block-end: auto; inline-size: 2px; }
  .steps li::after { inset-block-start: 0.35rem; }
}
`;
