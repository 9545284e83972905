import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../messages/translate.ts';
import { bringIn, fileFault, uploading } from '../../models/imports.ts';

/** Where a file is dropped, or chosen. */
export function DropFile() {
  const input = useRef<HTMLInputElement>(null);
  const over = useSignal(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file && uploading.value === null) void bringIn(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; the button in it does the same by key
    <div
      class="import-drop"
      data-over={over.value ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => {
        over.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        over.value = false;
        take(event.dataTransfer?.files);
      }}
    >
      <h2 class="title">{t('import.drop')}</h2>
      <p class="soft">{t('import.drop-hint')}</p>
      <p class="row">
        <button
          type="button"
          class="button"
          data-kind="primary"
          disabled={uploading.value !== null}
          onClick={() => input.current?.click()}
        >
          <Icon name="plus" />
          {t('import.choose')}
        </button>
        <input
          ref={input}
          type="file"
          class="visually-hidden"
          tabIndex={-1}
          aria-label={t('import.choose')}
          accept=".csv,.tsv,.txt,.vcf,.vcard,text/csv,text/vcard"
          onChange={(event) => {
            take(event.currentTarget.files);
            // The same file again is a choice as well.
            event.currentTarget.value = '';
          }}
        />
      </p>
      <p class="import-said" role="status">
        {uploading.value !== null && t('import.reading', { name: uploading.value })}
      </p>
      {fileFault.value && (
        <p class="alert" role="alert">
          {fileFault.value}
        </p>
      )}
    </div>
  );
}
