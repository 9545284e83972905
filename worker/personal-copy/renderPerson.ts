import { html, raw } from 'hono/html';
import { endOfAsking } from '../../contract/consented.ts';
import { type Locale, type LocalizedText, textIn } from '../../contract/locale.ts';
import type { PersonExport } from '../../contract/personExport.ts';
import { said } from './said.ts';
import type { Word } from './words.ts';

type Markup = ReturnType<typeof html>;

/** Everything the copy looks like; named by its hash in the policy, so that nothing else may style it. */
export const STYLE = `
:root{color-scheme:light dark}
body{font:16px/1.6 system-ui,sans-serif;max-inline-size:52rem;margin:2rem auto;padding-inline:1rem}
h1{font-size:1.5rem;line-height:1.3}
h2{font-size:1.125rem;margin-block:2rem .5rem;border-block-end:1px solid;padding-block-end:.25rem}
h3{font-size:1rem;margin-block:1.25rem .25rem}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.25rem 1rem;margin:0}
dt{opacity:.75}
dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
ul{padding-inline-start:1.25rem}
li{overflow-wrap:anywhere}
small{opacity:.75}
@media print{body{margin:0;max-inline-size:none}h3{break-after:avoid}}
@media (max-width:30rem){dl{grid-template-columns:1fr}dt{margin-block-start:.5rem}}
`;

/** What the page needs to know of the workspace. */
interface Workspace {
  timeZone: string;
  purposes: readonly { id: string; name: LocalizedText }[];
}

/**
 * One person's everything as a page to read or print, whole in itself: no script, nothing fetched, every text escaped.
 */
export function renderPerson(copy: PersonExport, locale: Locale, { timeZone, purposes }: Workspace): string {
  const { word: words, code, source: from, attribute, value, system, number, time } = said(locale, timeZone);
  const when = (at: string) => html`<time datetime="${at}">${time(at)}</time>`;
  const mine = (text: LocalizedText) => textIn(text, locale);
  const purposeName = (id: string) => mine(purposes.find((one) => one.id === id)?.name ?? {}) || id;
  const answerText = (type: string | null, answered: unknown) =>
    type === 'emotion' && typeof answered === 'string'
      ? code('emotion', answered.replace(/^other:/, ''))
      : value(answered);
  const surveyName = (id: string) =>
    copy.decisions.find(({ survey }) => survey === id)?.name ??
    [...copy.displays, ...copy.responses].find(({ survey }) => survey === id)?.surveyName ??
    id;
  const comma = words('comma');
  const byWhom = (by: string) => code('by', by);
  const attributes = (known: Readonly<Record<string, unknown>>) =>
    Object.entries(known)
      .map(([name, one]) => `${attribute(name)}: ${value(one, name)}`)
      .join(' · ');
  const section = (title: Word, items: readonly Markup[]) =>
    html`<section>
      <h2>${words(title)}</h2>
      ${items.length > 0 ? items : html`<p>${words('nothing')}</p>`}
    </section>`;
  const list = (title: Word, items: readonly Markup[]) =>
    section(title, items.length > 0 ? [html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`] : []);
  const terms = (pairs: readonly (readonly [string, unknown])[]) =>
    html`<dl>${pairs.map(([term, answer]) => html`<dt><bdi>${term}</bdi></dt><dd>${typeof answer === 'string' ? html`<bdi>${answer}</bdi>` : answer}</dd>`)}</dl>`;
  const fact = (name: string, label: string, known: unknown) => {
    const origin = copy.person.provenance[name];
    return [
      label,
      html`<bdi>${value(known, name)}</bdi>${origin ? html` <small><bdi>${from(origin.source)}</bdi>${comma} ${when(origin.at)}</small>` : ''}`,
    ] as const;
  };

  const { person } = copy;
  const title = words('title', { workspace: copy.workspace, name: person.name || person.id });
  const facts = terms([
    fact('name', words('name'), person.name),
    ...(person.company ? [fact('company', words('company'), person.company)] : []),
    ...Object.entries(person.attributes).map(([name, known]) => fact(name, attribute(name), known)),
  ]);
  const identifiers = copy.identifiers.map(
    ({ kind, system: of, value: written, source, firstSeen, lastSeen }) => html`${
      kind === 'external' ? words('external', { system: system(of ?? '') }) : words(kind)
    }: <bdi>${written}</bdi>
      <small><bdi>${from(source)}</bdi>; ${words('seen')} ${when(firstSeen)} – ${when(lastSeen)}</small>`,
  );
  const answers = copy.responses.map(
    (response) => html`<h3><bdi>${response.surveyName}</bdi> · ${when(response.startedAt)}</h3>
      ${terms([
        ...response.answers.map(
          ({ question, type, text, value: answered, chosen }) =>
            [
              mine(text) || question,
              chosen.length > 0 ? chosen.map(mine).join(`${comma} `) : answerText(type, answered),
            ] as const,
        ),
        ...(response.score === null ? [] : [[words('score'), number(response.score)] as const]),
        [words('page'), [response.page.title, response.page.url].filter(Boolean).join(' · ')],
        [
          words('device'),
          [code('device', response.device.type), response.device.os, response.device.browser]
            .filter(Boolean)
            .join(`${comma} `),
        ],
        ...(response.country ? [[words('country'), value(response.country, 'country')] as const] : []),
        ...(response.matches.length > 0
          ? [
              [
                words('why'),
                response.matches.map(
                  ({ method, state, by, at }) =>
                    html`<span>${code('method', method)} · ${code('state', state)} · <bdi>${byWhom(by)}</bdi> · ${when(at)}</span><br />`,
                ),
              ] as const,
            ]
          : []),
      ])}`,
  );

  const ended = endOfAsking(copy.consents);
  const page = html`<!doctype html>
<html lang="${locale}" dir="${locale === 'fa' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${words('intro')}</p>
<p><small>${words('made')} ${when(copy.exportedAt)}</small></p>
${section('facts', [facts])}
${list('identifiers', identifiers)}
${section('answers', answers)}
${list(
  'consents',
  copy.consents.map(
    ({ purpose, state, at, evidence, source }) =>
      html`<bdi>${purposeName(purpose)}</bdi>: ${words(state === 'withdrawn' && source === 'survey' ? 'refused' : state)}${comma} ${when(at)} <small>${from(source)}</small>${
        evidence ? html` <q>${evidence}</q>` : ''
      }`,
  ),
)}
${list(
  'displays',
  copy.displays.map(
    ({ surveyName, outcome, at }) => html`<bdi>${surveyName}</bdi>: ${code('outcome', outcome)}${comma} ${when(at)}`,
  ),
)}
${list(
  'events',
  copy.events.map(
    ({ name, at, source, properties }) =>
      html`<bdi>${name}</bdi>${comma} ${when(at)} <small><bdi>${from(source)}</bdi></small> <bdi>${attributes(properties)}</bdi>`,
  ),
)}
${list(
  'segments',
  copy.segments.map(({ name }) => html`<bdi>${name}</bdi>`),
)}
${list('decisions', [
  ...(ended ? [html`${words('notAskedSince', { date: time(ended.at) })}`] : []),
  ...copy.decisions.map(
    ({ name, at, shown, reason }) =>
      html`<bdi>${name}</bdi>: ${words(shown ? 'asked' : 'notAsked')}${reason ? ` (${code('reason', reason)})` : ''}${comma} ${when(at)}`,
  ),
  ...(copy.neverAsk ? [html`${words('neverAsk')}${comma} ${when(copy.neverAsk)}`] : []),
])}
${list(
  'invitations',
  copy.invitations.map(({ survey, createdAt }) => html`<bdi>${surveyName(survey)}</bdi>${comma} ${when(createdAt)}`),
)}
${list(
  'imports',
  copy.imports.map(({ file, at }) => html`<bdi>${file}</bdi>${comma} ${when(at)}`),
)}
${list(
  'merges',
  copy.merges.map(
    ({ at, by, undoneAt }) =>
      html`${when(at)}${comma} <bdi>${byWhom(by)}</bdi>${undoneAt ? html`; ${words('undone')} ${when(undoneAt)}` : ''}`,
  ),
)}
${
  copy.records.length > 1
    ? list(
        'records',
        copy.records.map(
          ({ name, company, source, createdAt, attributes: known }) =>
            html`<bdi>${name}</bdi>${company ? html`${comma} <bdi>${company}</bdi>` : ''}${comma} ${when(createdAt)}
            <small><bdi>${from(source)}</bdi></small> <bdi>${attributes(known)}</bdi>`,
        ),
      )
    : ''
}
</main>
</body>
</html>`;
  return String(page);
}
