import type { SurveyDefinition } from '../../contract/survey.ts';
import type { SurveyChange } from '../../contract/surveyDraft.ts';
import { sameValue } from './sameValue.ts';

/** What differs between two definitions, in the order of the definition. Empty: nothing does. */
export function changesBetween(before: SurveyDefinition, after: SurveyDefinition): SurveyChange[] {
  return [
    ...whole('name', before.name, after.name),
    ...whole('touchpoint', before.touchpoint, after.touchpoint),
    ...questions(before, after),
    ...fields('triggers', before.triggers, after.triggers),
    ...fields('audience', before.audience, after.audience),
    ...fields('look', before.look, after.look),
    ...fields('schedule', before.schedule, after.schedule),
    ...fields('thanks', before.thanks, after.thanks),
    ...whole('period', before.period, after.period),
    ...languages(before, after),
  ];
}

function whole(part: SurveyChange['part'], before: unknown, after: unknown): SurveyChange[] {
  return sameValue(before, after) ? [] : [{ part, kind: 'changed' }];
}

/** Field by field, in the order they are written now; those that went come last. */
function fields(part: SurveyChange['part'], before: object = {}, after: object = {}): SurveyChange[] {
  const old = new Map(Object.entries(before).filter(([, value]) => value !== undefined));
  const now = new Map(Object.entries(after).filter(([, value]) => value !== undefined));
  const changes: SurveyChange[] = [];
  for (const [name, value] of now) {
    if (!old.has(name)) changes.push({ part, kind: 'added', name });
    else if (!sameValue(old.get(name), value)) changes.push({ part, kind: 'changed', name });
  }
  for (const name of old.keys()) if (!now.has(name)) changes.push({ part, kind: 'removed', name });
  return changes;
}

function questions(before: SurveyDefinition, after: SurveyDefinition): SurveyChange[] {
  const changes: SurveyChange[] = [];
  for (const question of after.questions) {
    const old = before.questions.find(({ id }) => id === question.id);
    if (!old) changes.push({ part: 'question', kind: 'added', name: question.id });
    else if (!sameValue(old, question)) changes.push({ part: 'question', kind: 'changed', name: question.id });
  }
  const kept = (id: string) => after.questions.some((question) => question.id === id);
  for (const { id } of before.questions) {
    if (!kept(id)) changes.push({ part: 'question', kind: 'removed', name: id });
  }
  const stayed = before.questions.map(({ id }) => id).filter(kept);
  const order = after.questions.map(({ id }) => id).filter((id) => stayed.includes(id));
  if (!sameValue(stayed, order)) changes.push({ part: 'order', kind: 'changed' });
  return changes;
}

function languages(before: SurveyDefinition, after: SurveyDefinition): SurveyChange[] {
  const changes: SurveyChange[] = [];
  for (const name of after.locales) {
    if (!before.locales.includes(name)) changes.push({ part: 'locales', kind: 'added', name });
  }
  for (const name of before.locales) {
    if (!after.locales.includes(name)) changes.push({ part: 'locales', kind: 'removed', name });
  }
  // The first is the one to fall back on.
  if (changes.length === 0 && !sameValue(before.locales, after.locales)) {
    changes.push({ part: 'locales', kind: 'changed' });
  }
  return changes;
}
