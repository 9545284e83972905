import { useMemo } from 'preact/hooks';
import type { Segment } from '../../../contract/segment.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { Form } from '../../components/Form.tsx';
import { t } from '../../messages/translate.ts';
import { createFaults } from '../../models/faults.ts';
import { comments, saveFace } from '../../models/segments.ts';

interface FaceDialogProps {
  segment: Segment;
  onClose: () => void;
}

const LINES_MAX = 10;

function linesOf(form: FormData, name: string): string[] {
  const lines = String(form.get(name) ?? '').split('\n');
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, LINES_MAX);
}

/** Writes a segment's face; its quote is chosen from what its people really said. */
export function FaceDialog({ segment, onClose }: FaceDialogProps) {
  const faults = useMemo(() => createFaults(['persona']), []);
  const { id, face, quote } = segment;
  const said = (comments.data.value ?? []).filter(({ comment }) => comment);
  const offered = quote && !said.some((one) => one.id === quote.id) ? [quote, ...said] : said;
  return (
    <Dialog title={t('segments.face')} onClose={onClose}>
      <Form
        class="form"
        faults={faults}
        onSubmit={async (form) => {
          const persona = {
            name: String(form.get('name') ?? '').trim(),
            needs: linesOf(form, 'needs'),
            goals: linesOf(form, 'goals'),
            quote: String(form.get('quote') ?? '') || null,
          };
          if (await saveFace(id, persona, faults)) onClose();
        }}
        actions={(busy) => (
          <div class="dialog-actions">
            {face && (
              <button
                type="button"
                class="button"
                data-kind="danger"
                onClick={async () => {
                  if (await saveFace(id, null, faults)) onClose();
                }}
              >
                {t('segments.face-remove')}
              </button>
            )}
            <button type="submit" class="button" data-kind="primary" disabled={busy}>
              {t('save')}
            </button>
          </div>
        )}
      >
        <Field label={t('segments.face-name')} error={faults.fields.value['persona']}>
          {(tied) => (
            <input
              class="input"
              name="name"
              required
              maxLength={200}
              dir="auto"
              defaultValue={face?.name ?? ''}
              {...tied}
            />
          )}
        </Field>
        {(['needs', 'goals'] as const).map((name) => (
          <Field key={name} label={t(`segments.${name}`)} hint={t('segments.lines-hint')} optional>
            {(tied) => (
              <textarea
                class="input"
                name={name}
                rows={3}
                dir="auto"
                defaultValue={face?.[name].join('\n') ?? ''}
                {...tied}
              />
            )}
          </Field>
        ))}
        <Field label={t('segments.quote')} hint={t('segments.quote-hint')} optional>
          {(tied) => (
            <select class="input" name="quote" {...tied}>
              <option value="">{t('segments.quote-none')}</option>
              {offered.map((one) => (
                <option key={one.id} value={one.id} selected={one.id === face?.quote}>
                  {one.comment}
                </option>
              ))}
            </select>
          )}
        </Field>
      </Form>
    </Dialog>
  );
}
