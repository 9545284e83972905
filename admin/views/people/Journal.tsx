import type { JournalEntry } from '../../../contract/identity.ts';
import { Ago } from '../../components/Ago.tsx';
import { Phrase } from '../../components/Phrase.tsx';
import { sourceName } from '../../format/source.ts';
import { t } from '../../messages/translate.ts';
import { hasEarlier, journal, loadEarlier } from '../../models/identity.ts';
import { responsesHref } from '../../models/response-filters.ts';
import { Because } from './duplicates/Because.tsx';
import './duplicates/duplicates.css';

const named = (name: string) => name || '—';

function whatOf(entry: JournalEntry): string {
  switch (entry.kind) {
    case 'merged':
    case 'unmerged': {
      const { survivor, absorbed } = entry.merge;
      return t(`journal.${entry.kind}`, { survivor: named(survivor.name), absorbed: named(absorbed.name) });
    }
    case 'suggestion':
      return t(`journal.${entry.decision}`, { a: named(entry.a.name), b: named(entry.b.name) });
    case 'match':
      if (entry.away) return t('journal.away');
      return t(entry.undoes ? 'journal.tie-undone' : 'journal.tied');
    case 'identifier':
      return t('journal.identifier', { value: entry.identifier.value });
  }
}

function whoOf(entry: JournalEntry): string {
  if (entry.kind === 'identifier') return sourceName(entry.by);
  if (entry.kind === 'match' && entry.by === 'rule') return t(`method.${entry.method}`);
  return entry.by === 'rule' ? t('merge.rule') : entry.by;
}

function Evidence({ entry }: { entry: JournalEntry }) {
  if (entry.kind === 'merged') return <Because evidence={entry.merge.evidence} />;
  if (entry.kind === 'suggestion' && entry.decision === 'suggested') return <Because evidence={entry.evidence} />;
  return null;
}

/** Every decision on who this person is: when, by whom or which rule, on what evidence. */
export function Journal({ id }: { id: string }) {
  const entries = journal.data.value;
  if (!entries) return null;
  return (
    <details class="journal">
      <summary class="title">{t('journal.title')}</summary>
      {entries.length === 0 && <p class="faint">{t('journal.none')}</p>}
      <ol>
        {entries.map((entry, index) => (
          <li key={`${entry.at} ${entry.kind} ${index}`}>
            <p>{whatOf(entry)}</p>
            <p class="faint small">
              <Phrase text="journal.by" with={{ when: <Ago at={entry.at} />, who: whoOf(entry) }} />
              {entry.kind === 'match' && entry.response && (
                <>
                  {' · '}
                  <a href={responsesHref({ open: entry.response })}>{t('journal.answer')}</a>
                </>
              )}
            </p>
            <Evidence entry={entry} />
          </li>
        ))}
      </ol>
      {hasEarlier.value && (
        <button type="button" class="button" data-size="small" onClick={() => loadEarlier(id)}>
          {t('journal.more')}
        </button>
      )}
    </details>
  );
}
