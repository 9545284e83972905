import { Empty } from '../components/Empty.tsx';
import { t } from '../messages/translate.ts';
import { hrefWith } from '../models/location.ts';

interface MissingProps {
  what: 'person' | 'response' | 'survey';
}

/** The address names somebody or something that is not there: no fault, and trying again would not help. */
export function Missing({ what }: MissingProps) {
  return (
    <Empty title={t(`missing.${what}`)} text={t('missing.hint')}>
      {what === 'survey' && (
        <a class="button" href="/surveys">
          {t('nav.surveys')}
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
