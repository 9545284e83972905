import { Empty } from '../components/Empty.tsx';
import { t } from '../messages/translate.ts';
import { hrefWith } from '../models/location.ts';

const TITLES = {
  person: 'missing.person',
  response: 'missing.response',
  survey: 'missing.survey',
  segment: 'segments.missing',
  company: 'companies.missing',
} as const;

interface MissingProps {
  what: 'person' | 'response' | 'survey' | 'segment' | 'company';
}

/** The address names somebody or something that is not there: no fault, and trying again would not help. */
export function Missing({ what }: MissingProps) {
  return (
    <Empty title={t(TITLES[what])} text={t('missing.hint')}>
      {what === 'survey' && (
        <a class="button" href="/surveys">
          {t('nav.surveys')}
        </a>
      )}
      {what === 'segment' && (
        <a class="button" href="/segments">
          {t('nav.segments')}
        </a>
      )}
      {what === 'company' && (
        <a class="button" href="/companies">
          {t('nav.companies')}
        </a>
      )}
      {what === 'person' && (
        <a class="button" href="/people">
          {t('people.all')}
        </a>
      )}
      {what === 'response' && (
        <a class="button" href={hrefWith({ open: null })}>
          {t('responses.back')}
        </a>
      )}
    </Empty>
  );
}
