import { Dialog } from '../../components/Dialog.tsx';
import { type PlainKey, t } from '../../messages/translate.ts';
import { keysOpen } from '../../models/keys.ts';

const KEYS: { caps: string[]; text: PlainKey }[] = [
  { caps: ['J', '↓'], text: 'keys.next' },
  { caps: ['K', '↑'], text: 'keys.previous' },
  { caps: ['/'], text: 'keys.search' },
  { caps: ['U'], text: 'keys.undo' },
  { caps: ['Esc'], text: 'keys.close' },
  { caps: ['?'], text: 'keys.title' },
];

/** Every key of this screen. */
export function KeysDialog() {
  return (
    <Dialog
      title={t('keys.title')}
      onClose={() => {
        keysOpen.value = false;
      }}
    >
      <dl class="key-list">
        {KEYS.map(({ caps, text }) => (
          <div key={text}>
            <dt>
              {caps.map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
