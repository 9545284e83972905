import type { Audit } from './audit.ts';
import type { Contender } from './contender.ts';
import type { Verdict } from './figures/judge.ts';
import { type Quartiles, quartiles } from './figures/quartiles.ts';
import type { Sample } from './figures/sample.ts';
import { POLICY } from './serve.ts';

/** One contender at one speed. */
export interface Row {
  contender: Contender;
  samples: Sample[];
}

/** All contenders at one speed of the processor. */
export interface Table {
  slowdown: number;
  rows: Row[];
}

export interface Run {
  browser: string;
  rounds: number;
  versions: Record<string, string>;
  tables: Table[];
  audits: Map<string, Audit>;
  verdicts: Verdict[];
}

const number = (value: number) => value.toFixed(value < 10 ? 1 : 0);
const spread = ({ low, median, high }: Quartiles) => `${number(median)} (${number(low)}–${number(high)})`;
const times = (ratio: number) => (Number.isFinite(ratio) ? `${ratio.toFixed(ratio < 10 ? 2 : 0)} ×` : '–');
const table = (head: string[], lines: string[][]) =>
  [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The run as a page to read. The first row of every table is ours, the second the floor. */
export function report({ browser, rounds, versions, tables, audits, verdicts }: Run): string {
  return [
    '# The widget beside others',
    `\`npm run bench:widget\` measures and writes this. ${browser}, ${rounds} rounds, each contender once a round and speed in turn, so that what the machine does besides falls on all alike; every visit in a new profile with empty cache and store. One server gives all the same page and compresses everything by brotli 11, over the loop-back: no network delay is simulated. Figures are medians with quartiles. Times compare within this run only.`,
    '## Budgets',
    verdicts.map(({ what, holds, found }) => `- ${holds ? 'holds' : '**missed**'}: ${what}. ${found}.`).join('\n'),
    '## What is transferred until a control is visible',
    transferred(tables),
    ...tables.flatMap(({ slowdown, rows }) => [
      slowdown === 1 ? '## Full speed' : `## Processor slowed ${slowdown} times`,
      measured(rows),
    ]),
    '## What is left in the page, and under a strict policy',
    `Before the visitor has done anything. The policy: \`${POLICY}\`, no nonce.`,
    audited(
      tables[0]?.rows.map(({ contender }) => contender),
      audits,
    ),
    '## What each loads',
    tables[0]?.rows
      .map(({ contender }) => `- **${contender.title}**${version(contender, versions)}: ${contender.loads}.`)
      .join('\n') ?? '',
    '## What the words mean',
    [
      '- **script**: processor time of the page’s main thread in scripts, from the navigation to the first frame with a visible control: the trace’s script events without the style and layout they set off. The browser’s ready-made sum (ScriptDuration) leaves out promises fulfilled by a fetch or an import.',
      '- **blocking**: what long tasks took beyond 50 ms each, from the navigation until a second after the control was seen.',
      '- **visible**: from the navigation until the first frame in which a control (rating; Sentry: the text field) has a size, is inside the window and is neither hidden nor transparent.',
      '- **fetched**, **told**: requests that get something, and those that report something (a display, an event).',
    ].join('\n'),
  ].join('\n\n');
}

function version({ versions: names }: Contender, versions: Record<string, string>): string {
  return names.length ? ` (${names.map((name) => `${name} ${versions[name]}`).join(', ')})` : '';
}

function transferred(tables: Table[]): string {
  const rows = tables[0]?.rows ?? [];
  const median = ({ samples }: Row, of: 'bytes' | 'fetched' | 'told') =>
    quartiles(samples.map((sample) => sample[of])).median;
  const ours = rows[0] ? median(rows[0], 'bytes') : 0;
  const floor = rows[1] ? median(rows[1], 'bytes') : 0;
  return table(
    ['', 'kB', '÷ floor', 'ours ÷ it', 'fetched', 'told'],
    rows.map((row) => {
      const bytes = median(row, 'bytes');
      return [
        row.contender.title,
        (bytes / 1_000).toFixed(1),
        times(bytes / floor),
        times(ours / bytes),
        String(median(row, 'fetched')),
        String(median(row, 'told')),
      ];
    }),
  );
}

function measured(rows: Row[]): string {
  const of = ({ samples }: Row, measure: 'script' | 'blocking' | 'visible') =>
    quartiles(samples.map((sample) => sample[measure]));
  const [ours, floor] = rows;
  if (!ours || !floor) return '';
  return table(
    ['', 'script, ms', '÷ floor', 'ours ÷ it', 'blocking, ms', 'visible, ms', '÷ floor', 'ours ÷ it'],
    rows.map((row) => {
      const script = of(row, 'script');
      const visible = of(row, 'visible');
      return [
        row.contender.title,
        spread(script),
        times(script.median / of(floor, 'script').median),
        times(of(ours, 'script').median / script.median),
        spread(of(row, 'blocking')),
        spread(visible),
        times(visible.median / of(floor, 'visible').median),
        times(of(ours, 'visible').median / visible.median),
      ];
    }),
  );
}

const LOOKS = {
  same: 'as without',
  other: 'unstyled or in part',
  outside: 'unstyled, outside the window',
  absent: 'not at all',
};

function audited(contenders: Contender[] = [], audits: Map<string, Audit>): string {
  const names = (values: string[]) =>
    values.length > 3 ? String(values.length) : values.map((value) => `\`${value}\``).join(', ') || '0';
  return table(
    ['', 'global names', 'cookies', 'stored', 'violations of the policy', 'looks under it'],
    contenders.flatMap(({ name, title }) => {
      const audit = audits.get(name);
      if (!audit) return [];
      const violations = Object.entries(audit.violations).map(([directive, count]) => `${count} × \`${directive}\``);
      return [
        [
          title,
          names(audit.globals),
          names(audit.cookies),
          names(audit.stored),
          violations.join(', ') || '0',
          LOOKS[audit.strict],
        ],
      ];
    }),
  );
}

/** The same with every single visit, for machines. */
export function rawReport({ audits, tables, ...run }: Run): string {
  const round = (value: number) => Math.round(value * 100) / 100;
  const raw = {
    ...run,
    audits: Object.fromEntries(audits),
    tables: tables.map(({ slowdown, rows }) => ({
      slowdown,
      rows: rows.map(({ contender, samples }) => ({
        contender: contender.name,
        ...Object.fromEntries(
          (['bytes', 'fetched', 'told', 'script', 'blocking', 'visible'] as const).map((measure) => [
            measure,
            samples.map((sample) => round(sample[measure])),
          ]),
        ),
      })),
    })),
  };
  // One line for each list of numbers: who compares two runs compares lines.
  return `${JSON.stringify(raw, null, 1).replace(/\[[\d\s.,-]*\]/g, (list) => list.replace(/\s+/g, ''))}\n`;
}
