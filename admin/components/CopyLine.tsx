import { t } from '../messages/translate.ts';
import { copyText } from '../models/copy.ts';
import { Icon } from './Icon.tsx';

interface CopyLineProps {
  text: string;
}

/** One line of code with a small button that copies it. */
export function CopyLine({ text }: CopyLineProps) {
  return (
    <span class="copy-line">
      <code dir="ltr">{text}</code>
      <button
        type="button"
        class="button"
        data-kind="quiet"
        data-shape="square"
        data-size="small"
        aria-label={t('copy')}
        title={t('copy')}
        onClick={() => copyText(text)}
      >
        <Icon name="copy" />
      </button>
    </span>
  );
}
