import { t } from '../messages/translate.ts';
import { copyText } from '../models/copy.ts';
import { Icon } from './Icon.tsx';

interface CopyBoxProps {
  text: string;
  /** Whether it has many lines: it keeps them as they are, and scrolls. */
  long?: boolean;
}

/** Text to take elsewhere, with a button that does. */
export function CopyBox({ text, long = false }: CopyBoxProps) {
  return (
    <div class="snippet" data-long={long ? '' : undefined}>
      {/* What scrolls must be reachable by key. */}
      <code dir="ltr" tabIndex={long ? 0 : undefined}>
        {text}
      </code>
      <button type="button" class="button" data-size="small" onClick={() => copyText(text)}>
        <Icon name="copy" />
        {t('copy')}
      </button>
    </div>
  );
}
