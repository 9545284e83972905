import { html } from 'hono/html';

/** A bag of coffee before green hills; every colour comes from the style sheet. */
export const bag = html`<svg class="art" viewBox="0 0 480 480" role="img" aria-label="Hyrcania">
  <rect class="sky" width="480" height="480" />
  <circle class="sun" cx="356" cy="122" r="52" />
  <path class="hill far" d="M0 300c70-62 132-74 196-34 58-66 150-74 284 16v198H0z" />
  <path class="hill mid" d="M0 352c96-58 170-30 226-6 84-52 168-44 254 14v120H0z" />
  <path class="hill near" d="M0 410c120-40 330-46 480 6v64H0z" />
  <path class="shade" d="M132 440c46-18 184-20 226 0 6 10-14 20-112 20s-122-8-114-20z" />
  <path class="paper" d="M150 146h180l12 292c0 6-4 10-10 10H148c-6 0-10-4-10-10z" />
  <path class="fold" d="M150 146h180l2 34H148z" />
  <path class="crease" d="M146 204h188M166 180v268M314 180v268" />
  <rect class="label" x="178" y="226" width="124" height="150" rx="6" />
  <path class="waves" d="M194 268q11.5-12 23 0t23 0 23 0 23 0M194 286q11.5-12 23 0t23 0 23 0 23 0M194 304q11.5-12 23 0t23 0 23 0 23 0" />
  <path class="rule" d="M208 334h64M222 350h36" />
  <ellipse class="bean" cx="378" cy="436" rx="22" ry="15" transform="rotate(-18 378 436)" />
  <path class="slit" d="M360 442q18-14 36-12" />
  <ellipse class="bean" cx="104" cy="446" rx="18" ry="12" transform="rotate(14 104 446)" />
  <path class="slit" d="M88 444q15 8 31 4" />
</svg>`;
