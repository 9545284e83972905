import type { Attributes } from '../../contract/contact.ts';
import { CONTEXT_VALUE_MAX } from '../../contract/limits.ts';
import { pipesIn } from '../../contract/pipe.ts';
import type { SurveyDefinition } from '../../contract/survey.ts';

/** The attributes of a person that a survey speaks of: put into its texts, or asked for by a way between questions. */
export function attributesIn({ questions, thanks, triggers }: SurveyDefinition): Set<string> {
  // Every text a visitor may see, as one: a pipe has no character that JSON would write otherwise.
  const pipes = pipesIn(JSON.stringify([questions, thanks, triggers.tab]));
  const names = pipes.filter(({ source }) => source === 'contact').map(({ name }) => name);
  for (const { when } of questions.flatMap(({ next = [] }) => next)) if (when?.by === 'contact') names.push(when.name);
  return new Set(names);
}

/**
 * What the page is told of a verified person: attributes that may be shown, and of those only what the surveys shown
 * speak of. Undefined when that is nothing.
 */
export function spokenOf(
  shown: readonly SurveyDefinition[],
  attributes: Attributes,
  mayBeShown: readonly string[],
): Record<string, string> | undefined {
  const told: [string, string][] = [];
  for (const name of new Set(shown.flatMap((survey) => [...attributesIn(survey)]))) {
    const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (value === undefined || value === '' || !mayBeShown.includes(name)) continue;
    told.push([name, String(value).slice(0, CONTEXT_VALUE_MAX).toWellFormed()]);
  }
  return told.length > 0 ? Object.fromEntries(told) : undefined;
}
