import { t } from '../messages/translate.ts';
import { say } from '../models/toast.ts';
import { Icon } from './Icon.tsx';

interface CopyBoxProps {
  text: string;
}

/** Text to take elsewhere, with a button that does. */
export function CopyBox({ text }: CopyBoxProps) {
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    say(t('copied'));
  };
  return (
    <div class="snippet">
      <code dir="ltr">{text}</code>
      <button type="button" class="button" data-size="small" onClick={copy}>
        <Icon name="copy" />
        {t('copy')}
      </button>
    </div>
  );
}
