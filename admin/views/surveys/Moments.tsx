import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { KEY_MAX } from '../../../contract/limits.ts';
import type { Triggers } from '../../../contract/survey.ts';
import { CopyLine } from '../../components/CopyLine.tsx';
import { t } from '../../messages/translate.ts';
import { editedLocale } from '../../models/survey-editor.ts';
import { NumberField } from './NumberField.tsx';
import { setTrigger } from './setTrigger.ts';
import { WordsField } from './WordsField.tsx';

interface MomentsProps {
  triggers: Triggers;
}

/** What each begins as when it is switched on. */
const FIRST = {
  event: 'purchase_done',
  click: '#feedback',
  scroll: 50,
  idle: 30,
  exit: true,
  visible: '#reviews',
  page: 3,
  tab: {},
} as const;
type Moment = keyof typeof FIRST;
const MOMENTS = Object.keys(FIRST) as Moment[];

interface TextProps {
  label: string;
  value: string;
  valid: RegExp;
  max: number;
  onText: (text: string) => void;
}

/** A line of code: what is not valid yet is not taken. */
function CodeField({ label, value, valid, max, onText }: TextProps) {
  return (
    <input
      class="input code"
      aria-label={label}
      dir="ltr"
      maxLength={max}
      defaultValue={value}
      onInput={(event) => {
        const text = event.currentTarget.value.trim();
        if (valid.test(text)) onText(text);
      }}
      onBlur={(event) => {
        if (!valid.test(event.currentTarget.value.trim())) event.currentTarget.value = value;
      }}
    />
  );
}

function detail(moment: Moment, triggers: Triggers): ComponentChildren {
  const label = t(`builder.moment-${moment}`);
  switch (moment) {
    case 'event':
      return (
        <>
          <CodeField
            label={t('builder.event-name')}
            value={triggers.event ?? ''}
            valid={/^[A-Za-z0-9_-]+$/}
            max={KEY_MAX}
            onText={(text) => setTrigger('event', text, 'event')}
          />
          <CopyLine text={`touchstone('track', '${triggers.event}')`} />
        </>
      );
    case 'click':
    case 'visible':
      return (
        <CodeField
          label={t('builder.selector')}
          value={triggers[moment] ?? ''}
          valid={/\S/}
          max={200}
          onText={(text) => setTrigger(moment, text, moment)}
        />
      );
    case 'scroll':
      return (
        <label class="row">
          <input
            type="range"
            class="range"
            aria-label={label}
            min={5}
            max={100}
            step={5}
            value={triggers.scroll}
            onInput={(event) => setTrigger('scroll', event.currentTarget.valueAsNumber, 'scroll')}
          />
          <span class="numeric">{t('builder.percent', { n: triggers.scroll ?? 0 })}</span>
        </label>
      );
    case 'idle':
      return (
        <NumberField
          label={t('builder.idle-after')}
          unit={t('builder.seconds')}
          value={triggers.idle}
          min={5}
          max={3600}
          needed
          onNumber={(idle) => setTrigger('idle', idle, 'idle')}
        />
      );
    case 'page':
      return (
        <NumberField
          label={t('builder.page-number')}
          unit={t('builder.page-unit')}
          value={triggers.page}
          min={2}
          max={100}
          needed
          onNumber={(page) => setTrigger('page', page, 'page')}
        />
      );
    case 'tab':
      return (
        <WordsField
          label={t('builder.tab-words')}
          placeholder={t('builder.tab-default')}
          optional
          words={triggers.tab}
          onWords={(words) => setTrigger('tab', words ?? {}, `tab.${editedLocale.value}`)}
        />
      );
    default:
      return null;
  }
}

/** The moments at which it is asked; any one of them is enough, and without any it is on arrival. */
export function Moments({ triggers }: MomentsProps) {
  const id = useId();
  const none = MOMENTS.every((moment) => triggers[moment] === undefined);
  return (
    <div class="due-moments">
      <p class="soft">{t(none ? 'builder.moment-none' : 'builder.moment-any')}</p>
      <ul>
        {MOMENTS.map((moment) => {
          const isOn = triggers[moment] !== undefined;
          return (
            <li key={moment} class="due-moment">
              <label class="switch-row">
                <input
                  type="checkbox"
                  class="switch"
                  checked={isOn}
                  aria-describedby={`${id}${moment}`}
                  onChange={(event) => setTrigger(moment, event.currentTarget.checked ? FIRST[moment] : undefined)}
                />
                <span>
                  {t(`builder.moment-${moment}`)}
                  <span class="faint small switch-hint" id={`${id}${moment}`}>
                    {t(`builder.moment-${moment}-about`)}
                  </span>
                </span>
              </label>
              {isOn && moment !== 'exit' && <div class="due-detail">{detail(moment, triggers)}</div>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
