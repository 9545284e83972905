import { useId } from 'preact/hooks';
import type { SurveyDefinition } from '../../../contract/survey.ts';
import { CopyBox } from '../../components/CopyBox.tsx';
import { Segments } from '../../components/Segments.tsx';
import { t } from '../../messages/translate.ts';
import { isAdmin } from '../../models/session.ts';
import { edit } from '../../models/survey-editor.ts';
import { Moments } from './Moments.tsx';
import { NumberField } from './NumberField.tsx';
import { Schedule } from './Schedule.tsx';
import { ServerEvent } from './ServerEvent.tsx';
import { setTrigger } from './setTrigger.ts';
import { TokenField } from './TokenField.tsx';
import './when.css';

interface WhenProps {
  id: string;
  survey: SurveyDefinition;
}

const PAGES = ['url', 'notUrl'] as const;

function isPattern(text: string): boolean {
  try {
    return typeof URLPattern === 'undefined' || Boolean(new URLPattern(text, 'https://page.example'));
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** A path, or a whole address; what has neither a slash nor a scheme was meant as a path. */
function parsePattern(text: string): string | null {
  const pattern = /^(?:\/|\*|[a-z][a-z*+.-]*:)/i.test(text) ? text : `/${text}`;
  return isPattern(pattern) ? pattern : null;
}

/** On which pages, at which moments, from when until when, and how often. */
export function When({ id, survey }: WhenProps) {
  const { triggers, period } = survey;
  const heading = useId();
  return (
    <fieldset class="builder-form" disabled={!isAdmin.value}>
      <section class="builder-row form" aria-labelledby={`${heading}pages`}>
        <h2 class="title" id={`${heading}pages`}>
          {t('builder.pages')}
        </h2>
        {PAGES.map((name) => (
          <TokenField
            key={name}
            label={t(name === 'url' ? 'builder.url' : 'builder.not-url')}
            hint={t(name === 'url' ? 'builder.url-hint' : 'builder.not-url-hint')}
            placeholder={name === 'url' ? '/orders/*' : '/checkout/*'}
            values={triggers[name] ?? []}
            max={20}
            parse={parsePattern}
            fault={t('builder.problem-bad-url-pattern', { value: '' })}
            onValues={(values) => setTrigger(name, values.length > 0 ? values : undefined)}
          />
        ))}
      </section>
      <section class="builder-row form" aria-labelledby={`${heading}moment`}>
        <h2 class="title" id={`${heading}moment`}>
          {t('builder.moment')}
        </h2>
        <div>
          <Segments
            label={t('builder.moment')}
            value={triggers.placed ? 'placed' : 'self'}
            choices={[
              { value: 'self', text: t('builder.by-itself') },
              { value: 'placed', text: t('builder.moment-placed') },
            ]}
            onChoose={(choice) => setTrigger('placed', choice === 'placed' ? true : undefined)}
          />
        </div>
        {triggers.placed ? (
          <>
            <p class="soft">{t('builder.placed-hint')}</p>
            <CopyBox text={`<touchstone-survey survey="${id}"></touchstone-survey>`} />
            <p class="soft">{t('builder.call-hint')}</p>
            <CopyBox text={`touchstone('show', '${id}')`} />
          </>
        ) : (
          <>
            <Moments triggers={triggers} />
            <ServerEvent triggers={triggers} />
            <NumberField
              label={t('builder.delay')}
              unit={t('builder.seconds')}
              value={triggers.delay}
              min={0}
              max={3600}
              onNumber={(delay) => setTrigger('delay', delay || undefined, 'delay')}
            />
          </>
        )}
      </section>
      <section class="builder-row form" aria-labelledby={`${heading}schedule`}>
        <h2 class="title" id={`${heading}schedule`}>
          {t('builder.schedule')}
        </h2>
        <Schedule survey={survey} />
        <NumberField
          label={t('builder.period')}
          hint={t('builder.period-hint')}
          unit={t('builder.days')}
          value={period}
          min={0}
          max={3650}
          needed
          onNumber={(days) => days !== undefined && edit((now) => ({ ...now, period: days }), 'period')}
        />
      </section>
    </fieldset>
  );
}
