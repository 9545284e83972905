import type { Audience, SurveyDefinition } from '../../../contract/survey.ts';
import { Segments } from '../../components/Segments.tsx';
import { languageName } from '../../format/language.ts';
import { t } from '../../messages/translate.ts';
import { isAdmin } from '../../models/session.ts';
import { setField } from '../../models/set-field.ts';
import { edit } from '../../models/survey-editor.ts';
import { COUNTRIES, countryName, parseCountry } from './countries.ts';
import { NamedValues } from './NamedValues.tsx';
import { NumberField } from './NumberField.tsx';
import { SegmentChoice } from './SegmentChoice.tsx';
import { TokenField } from './TokenField.tsx';
import './fields.css';

interface WhoProps {
  survey: SurveyDefinition;
}

const DEVICES = ['phone', 'tablet', 'desktop'] as const;
const UTM = ['source', 'medium', 'campaign', 'term', 'content'] as const;

function set<Name extends keyof Audience>(
  name: Name,
  value: Audience[Name] | undefined,
  tag: string | null = null,
): void {
  edit((now) => {
    const next = setField(now.audience ?? {}, name, value);
    return setField(now, 'audience', Object.keys(next).length > 0 ? next : undefined);
  }, tag);
}

function orNone<Item>(values: Item[]): Item[] | undefined {
  return values.length > 0 ? values : undefined;
}

function parseLanguage(text: string): string | null {
  return /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(text) ? text : null;
}

/** A host, of whatever was pasted. */
function parseHost(text: string): string | null {
  const host = text.replace(/^[a-z]+:\/\//i, '').split(/[/?#:]/, 1)[0] ?? '';
  return /^[\p{L}\p{N}.-]+$/u.test(host) ? host.toLowerCase() : null;
}

/** Who is asked: all that is said here must hold. */
export function Who({ survey }: WhoProps) {
  const audience = survey.audience ?? {};
  const devices = audience.devices ?? [];
  return (
    <fieldset class="builder-form" disabled={!isAdmin.value}>
      <p class="builder-row soft">{t(survey.audience ? 'builder.who-all' : 'builder.who-everybody')}</p>
      <section class="builder-row form">
        <NumberField
          label={t('builder.sample')}
          hint={t('builder.sample-hint')}
          unit={t('builder.percent-unit')}
          value={Math.round((audience.sample ?? 1) * 100)}
          min={1}
          max={100}
          needed
          onNumber={(percent) =>
            set('sample', percent === undefined || percent === 100 ? undefined : percent / 100, 'sample')
          }
        />
        <div class="field">
          <span class="field-name">{t('builder.visitors')}</span>
          <div>
            <Segments
              label={t('builder.visitors')}
              value={audience.visitors ?? 'all'}
              choices={(['all', 'new', 'returning'] as const).map((value) => ({
                value,
                text: t(`builder.visitors-${value}`),
              }))}
              onChoose={(visitors) => set('visitors', visitors === 'all' ? undefined : visitors)}
            />
          </div>
        </div>
        <fieldset class="field">
          <legend class="field-name">{t('builder.devices')}</legend>
          <div class="row boxes" data-wrap>
            {DEVICES.map((device) => (
              <label key={device} class="row">
                <input
                  type="checkbox"
                  class="checkbox"
                  checked={devices.includes(device)}
                  onChange={(event) => {
                    const isOn = event.currentTarget.checked;
                    const next = DEVICES.filter((one) => (one === device ? isOn : devices.includes(one)));
                    set('devices', next.length === DEVICES.length ? undefined : orNone(next));
                  }}
                />
                {t(`device.${device}`)}
              </label>
            ))}
          </div>
          <span class="field-hint">{t('builder.devices-hint')}</span>
        </fieldset>
      </section>
      <section class="builder-row form">
        <TokenField
          label={t('builder.visitor-languages')}
          hint={t('builder.any-hint')}
          values={audience.languages ?? []}
          show={languageName}
          parse={parseLanguage}
          fault={t('builder.language-fault')}
          placeholder="fa"
          onValues={(values) => set('languages', orNone(values))}
        />
        <TokenField
          label={t('builder.countries')}
          hint={t('builder.countries-hint')}
          values={audience.countries ?? []}
          show={countryName}
          parse={parseCountry}
          fault={t('fault.country')}
          suggestions={COUNTRIES.value}
          placeholder="PL"
          max={250}
          onValues={(values) => set('countries', orNone(values))}
        />
        <TokenField
          label={t('builder.referrers')}
          hint={t('builder.referrers-hint')}
          values={audience.referrers ?? []}
          parse={parseHost}
          fault={t('fault.invalid')}
          placeholder="news.example"
          max={20}
          onValues={(values) => set('referrers', orNone(values))}
        />
      </section>
      <section class="builder-row form">
        <SegmentChoice chosen={audience.segments ?? []} onChoose={(segments) => set('segments', orNone(segments))} />
        <NamedValues
          label={t('builder.utm')}
          add={t('builder.utm-add')}
          names={UTM}
          prefix="utm_"
          items={audience.utm ?? []}
          max={5}
          onItems={(items) => set('utm', orNone(items))}
        />
        <NamedValues
          label={t('builder.attributes')}
          hint={t('builder.attributes-hint')}
          add={t('builder.attributes-add')}
          items={audience.attributes ?? []}
          max={10}
          onItems={(items) => set('attributes', orNone(items))}
        />
      </section>
    </fieldset>
  );
}
