import type { LocalizedText } from '../../contract/locale.ts';
import type { SurveyDefinition } from '../../contract/survey.ts';

/** One text of a definition, in its languages. */
export interface SurveyText {
  /** Whose it is; absent for the survey's own. */
  question?: string;
  /** Its place in the question; an option by its id. Absent: the question itself. */
  value?: string;
  text: LocalizedText;
  /** Whether the survey cannot do without it. */
  needed: boolean;
}

/** Every text a visitor may read, in the order of the definition. */
export function textsOf({ questions, triggers, thanks }: SurveyDefinition): SurveyText[] {
  const texts: SurveyText[] = [];
  for (const { id: question, type, text, hint, low, high, options, consent } of questions) {
    texts.push({ question, text, needed: true });
    const optional = { hint, low, high };
    for (const [value, given] of Object.entries(optional)) {
      if (given) texts.push({ question, value, text: given, needed: false });
    }
    if (type === 'single' || type === 'multiple') {
      for (const option of options ?? []) texts.push({ question, value: option.id, text: option.text, needed: true });
    }
    // Nobody's address is taken without words that say what for.
    if (type === 'email' || type === 'phone') {
      texts.push({ question, value: 'consent', text: consent ?? {}, needed: true });
    }
  }
  const own = { tab: triggers.tab, title: thanks?.title, detail: thanks?.detail };
  for (const [value, given] of Object.entries(own)) if (given) texts.push({ value, text: given, needed: false });
  return texts;
}
