import { CopyBox } from '../../components/CopyBox.tsx';
import { t } from '../../messages/translate.ts';
import { madeLink } from '../../models/links.ts';
import { QrCode } from './QrCode.tsx';

/** An address that was just made. It is told this once. */
export function MadeLink() {
  const made = madeLink.value;
  if (!made) return null;
  return (
    <section class="made-link" role="status">
      <p class="strong">{t('links.made')}</p>
      <p class="soft small">{t(made.kind === 'place' ? 'links.once-place' : 'links.once-personal')}</p>
      <CopyBox text={made.url} />
      {made.kind === 'place' && <QrCode url={made.url} name={`${made.survey}-${made.touchpoint ?? 'code'}`} />}
      {made.kind === 'personal' && (
        <details class="more">
          <summary>{t('links.one-click')}</summary>
          <p class="soft small">{t('links.one-click-hint')}</p>
          <CopyBox text={`${made.url}?a=5`} />
        </details>
      )}
    </section>
  );
}
