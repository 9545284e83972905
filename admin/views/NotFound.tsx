import { Empty } from '../components/Empty.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { t } from '../messages/translate.ts';

/** No screen has this address. */
export function NotFound() {
  return (
    <>
      <PageHeader title={t('error.not-found')} />
      <Empty title={t('error.not-found')} text={t('error.missing')}>
        <a class="button" href="/overview">
          {t('error.home')}
        </a>
      </Empty>
    </>
  );
}
