import { useEffect } from 'preact/hooks';
import { CopyBox } from '../components/CopyBox.tsx';
import { Empty } from '../components/Empty.tsx';
import { t } from '../messages/translate.ts';
import { firstTag, loadFirstTag } from '../models/first-tag.ts';

/** No answer has ever come: the tag to paste, and where to set up a site. */
export function FirstAnswer() {
  useEffect(() => {
    void loadFirstTag();
  }, []);
  const tag = firstTag.value;
  return (
    <Empty title={t('first.title')} text={t('first.text')} art>
      {tag && <CopyBox text={tag} />}
      <a class="button" data-kind="primary" href="/sites">
        {t('first.site')}
      </a>
    </Empty>
  );
}
