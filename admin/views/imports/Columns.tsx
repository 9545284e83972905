import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Column, ColumnField, ConflictRule, ImportDetail } from '../../../contract/imports.ts';
import { COLUMN_FIELDS, CONFLICT_RULES } from '../../../contract/importTerms.ts';
import { isTrait, TRAITS, type Trait } from '../../../contract/traits.ts';
import { Segments } from '../../components/Segments.tsx';
import { t } from '../../messages/translate.ts';
import { changeImport } from '../../models/imports.ts';

const TRAIT_NAMES = Object.keys(TRAITS) as Trait[];

function columnText(column: Column): string {
  if (!column.startsWith('attribute:')) return t(`import.column-${column as ColumnField}`);
  const name = column.slice('attribute:'.length);
  return isTrait(name) ? t(`import.trait-${name}`) : t('import.column-keep', { name });
}

/** What each column is taken for, and who wins; every change plans anew. */
export function Columns({ shown }: { shown: ImportDetail }) {
  const { header, samples, choice } = shown;
  const system = useSignal(choice.system);
  const hint = useId();
  const change = (index: number, column: Column) =>
    changeImport({ columns: choice.columns.map((before, place) => (place === index ? column : before)) });
  return (
    <details class="import-part" open={shown.preset === null}>
      <summary class="title">{t('import.columns')}</summary>
      <div class="import-choices">
        <label class="field">
          <span>{t('import.system')}</span>
          <input
            class="input"
            value={system.value}
            maxLength={40}
            pattern="[A-Za-z0-9_\-]+"
            aria-describedby={hint}
            onInput={(event) => {
              system.value = event.currentTarget.value;
            }}
            onChange={(event) => {
              if (system.value !== '' && event.currentTarget.validity.valid)
                void changeImport({
                  system: system.value,
                  ...(choice.conflict === 'source' && { order: [system.value] }),
                });
              else system.value = choice.system;
            }}
          />
          <span class="faint small" id={hint}>
            {t('import.system-hint')}
          </span>
        </label>
        <div class="field">
          <span>{t('import.conflict')}</span>
          <Segments<ConflictRule>
            label={t('import.conflict')}
            value={choice.conflict}
            choices={CONFLICT_RULES.map((value) => ({ value, text: t(`import.conflict-${value}`) }))}
            onChoose={(conflict) =>
              void changeImport({ conflict, order: conflict === 'source' ? [choice.system] : [] })
            }
          />
        </div>
      </div>
      <table class="import-columns">
        <thead>
          <tr>
            <th scope="col">{t('import.column')}</th>
            <th scope="col">{t('import.sample')}</th>
            <th scope="col">{t('import.taken-for')}</th>
          </tr>
        </thead>
        <tbody>
          {header.map((name, index) => {
            const column = choice.columns[index] ?? 'leave';
            const own: Column[] = name.trim() === '' ? [] : [`attribute:${name.trim().slice(0, 60)}`];
            const choices = new Set<Column>([
              ...COLUMN_FIELDS,
              ...TRAIT_NAMES.map((trait): Column => `attribute:${trait}`),
              ...own,
              column,
            ]);
            return (
              <tr key={index}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td class="faint">
                  <bdi class="clip">{(samples[index] ?? []).join(' · ')}</bdi>
                </td>
                <td>
                  <select
                    class="input"
                    aria-label={t('import.taken-for-of', { column: name })}
                    value={column}
                    onChange={(event) => void change(index, event.currentTarget.value as Column)}
                  >
                    {[...choices].map((one) => (
                      <option key={one} value={one}>
                        {columnText(one)}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
