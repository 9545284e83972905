import { useId } from 'preact/hooks';
import type { Look, SurveyDefinition } from '../../../contract/survey.ts';
import { Field } from '../../components/Field.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Segments } from '../../components/Segments.tsx';
import { t } from '../../messages/translate.ts';
import { isAdmin } from '../../models/session.ts';
import { setField } from '../../models/set-field.ts';
import { edit, problems } from '../../models/survey-editor.ts';
import './look.css';

interface LookSectionProps {
  survey: SurveyDefinition;
}

/** What a colour begins as when it is chosen: what the frame has in the light. */
const COLOURS = { ink: '#15181e', onInk: '#fcfcfc', surface: '#ffffff' } as const;
const COLOUR_NAMES = { ink: 'builder.ink', onInk: 'builder.on-ink', surface: 'builder.surface' } as const;
const RADIUS = 16;
/** Over the page by block and inline direction; the contract's own list would bring its schemas along. */
const CORNERS: readonly NonNullable<Look['corner']>[] = ['start-start', 'start-end', 'end-start', 'end-end'];

function set<Name extends keyof Look>(name: Name, value: Look[Name] | undefined, tag: string | null = null): void {
  edit((now) => {
    const next = setField(now.look ?? {}, name, value);
    return setField(now, 'look', Object.keys(next).length > 0 ? next : undefined);
  }, tag);
}

/** Four corners of a window, drawn where they are; they turn with the direction of the page. */
function Corners({ corner = 'end-end' }: { corner: Look['corner'] }) {
  const name = useId();
  return (
    <fieldset class="field">
      <legend class="field-name">{t('builder.corner')}</legend>
      <div class="corners">
        {CORNERS.map((value) => (
          <label key={value} data-corner={value} title={t(`builder.corner-${value}`)}>
            <input
              type="radio"
              name={name}
              checked={value === corner}
              aria-label={t(`builder.corner-${value}`)}
              onChange={() => set('corner', value === 'end-end' ? undefined : value)}
            />
          </label>
        ))}
      </div>
      <span class="field-hint">{t('builder.corner-hint')}</span>
    </fieldset>
  );
}

function Colour({ name, look }: { name: keyof typeof COLOURS; look: Look }) {
  const value = look[name];
  return (
    <Field label={t(COLOUR_NAMES[name])}>
      {(tied) => (
        <span class="row colour">
          <input
            type="color"
            class="swatch"
            data-unset={value === undefined ? '' : undefined}
            value={value ?? COLOURS[name]}
            onInput={(event) => set(name, event.currentTarget.value, name)}
            {...tied}
          />
          {value ? <code dir="ltr">{value}</code> : <span class="faint small">{t('builder.usual')}</span>}
          {value !== undefined && isAdmin.value && (
            <button
              type="button"
              class="button"
              data-kind="quiet"
              data-shape="square"
              data-size="small"
              aria-label={t('builder.colour-reset', { name: t(COLOUR_NAMES[name]) })}
              onClick={() => set(name, undefined)}
            >
              <Icon name="x" />
            </button>
          )}
        </span>
      )}
    </Field>
  );
}

/** How it looks: where, in which colours, how round. */
export function LookSection({ survey }: LookSectionProps) {
  const look = survey.look ?? {};
  const wrong = problems.value.filter(({ code }) => code === 'low-contrast');
  return (
    <fieldset class="builder-form" disabled={!isAdmin.value}>
      <section class="builder-row form">
        {survey.triggers.placed ? (
          <p class="soft">{t('builder.look-placed')}</p>
        ) : (
          <>
            <div class="field">
              <span class="field-name">{t('builder.look-as')}</span>
              <div>
                <Segments
                  label={t('builder.look-as')}
                  value={look.as ?? 'popup'}
                  choices={(['popup', 'modal'] as const).map((value) => ({ value, text: t(`builder.as-${value}`) }))}
                  onChoose={(as) => set('as', as === 'popup' ? undefined : as)}
                />
              </div>
              <span class="field-hint">{t(`builder.as-${look.as ?? 'popup'}-hint`)}</span>
            </div>
            {look.as !== 'modal' && <Corners corner={look.corner} />}
          </>
        )}
        <div class="field">
          <span class="field-name">{t('scheme')}</span>
          <div>
            <Segments
              label={t('scheme')}
              value={look.scheme ?? 'auto'}
              choices={(['auto', 'light', 'dark'] as const).map((value) => ({ value, text: t(`scheme.${value}`) }))}
              onChoose={(scheme) => set('scheme', scheme === 'auto' ? undefined : scheme)}
            />
          </div>
          <span class="field-hint">{t('builder.scheme-hint')}</span>
        </div>
      </section>
      <section class="builder-row form">
        <div class="colours">
          <Colour name="ink" look={look} />
          <Colour name="onInk" look={look} />
          <Colour name="surface" look={look} />
        </div>
        {wrong.length > 0 && (
          <p class="row alert small" role="status">
            <Icon name="circle-alert" size="small" />
            {t('builder.problem-low-contrast')}
          </p>
        )}
        <Field label={t('builder.radius')}>
          {(tied) => (
            <span class="row">
              <input
                type="range"
                class="range"
                min={0}
                max={40}
                value={look.radius ?? RADIUS}
                onInput={(event) => {
                  const radius = event.currentTarget.valueAsNumber;
                  set('radius', radius === RADIUS ? undefined : radius, 'radius');
                }}
                {...tied}
              />
              <span class="numeric soft">{t('builder.pixels', { n: look.radius ?? RADIUS })}</span>
            </span>
          )}
        </Field>
        <Field label={t('builder.font')} hint={t('builder.font-hint')} optional>
          {(tied) => (
            <input
              class="input"
              dir="ltr"
              maxLength={200}
              placeholder="Inter, system-ui, sans-serif"
              value={look.font ?? ''}
              onInput={(event) => set('font', event.currentTarget.value || undefined, 'font')}
              {...tied}
            />
          )}
        </Field>
        <label class="switch-row">
          <input
            type="checkbox"
            class="switch"
            checked={look.progress ?? false}
            onChange={(event) => set('progress', event.currentTarget.checked ? true : undefined)}
          />
          <span>
            {t('builder.progress')}
            <span class="faint small switch-hint">{t('builder.progress-hint')}</span>
          </span>
        </label>
      </section>
    </fieldset>
  );
}
