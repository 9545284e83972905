import type { SurveyChange } from '../../../contract/surveyDraft.ts';
import { languageName } from '../../format/language.ts';
import { type PlainKey, t } from '../../messages/translate.ts';
import { questionName } from './questionName.ts';

const FIELDS: Partial<Record<SurveyChange['part'], Record<string, PlainKey>>> = {
  triggers: {
    url: 'builder.url',
    notUrl: 'builder.not-url',
    event: 'builder.moment-event',
    delay: 'builder.delay',
    placed: 'builder.moment-placed',
    click: 'builder.moment-click',
    scroll: 'builder.moment-scroll',
    idle: 'builder.moment-idle',
    exit: 'builder.moment-exit',
    visible: 'builder.moment-visible',
    page: 'builder.moment-page',
    tab: 'builder.moment-tab',
  },
  audience: {
    devices: 'builder.devices',
    languages: 'builder.visitor-languages',
    countries: 'builder.countries',
    referrers: 'builder.referrers',
    utm: 'builder.utm',
    visitors: 'builder.visitors',
    sample: 'builder.sample',
    attributes: 'builder.attributes',
  },
  look: {
    as: 'builder.look-as',
    corner: 'builder.corner',
    scheme: 'scheme',
    ink: 'builder.ink',
    onInk: 'builder.on-ink',
    surface: 'builder.surface',
    radius: 'builder.radius',
    font: 'builder.font',
    progress: 'builder.progress',
  },
  schedule: { from: 'builder.from', until: 'builder.until' },
  thanks: { title: 'builder.thanks', detail: 'builder.thanks' },
};

const PARTS: Record<SurveyChange['part'], PlainKey> = {
  name: 'survey.name',
  touchpoint: 'touchpoint',
  question: 'builder.text',
  order: 'builder.order',
  triggers: 'builder.section-when',
  audience: 'builder.section-who',
  look: 'builder.section-look',
  schedule: 'builder.schedule',
  thanks: 'builder.thanks',
  period: 'builder.period',
  locales: 'builder.section-languages',
};

/** What a change is to, in words: “How was it?”, Corner, Polski. */
export function partName({ part, name }: SurveyChange): string {
  if (name !== undefined && part === 'question') return t('builder.quoted', { name: questionName(name) });
  if (name !== undefined && part === 'locales') return languageName(name);
  return t(FIELDS[part]?.[name ?? ''] ?? PARTS[part]);
}
