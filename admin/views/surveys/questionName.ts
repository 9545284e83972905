import { textIn } from '../../../contract/locale.ts';
import { t } from '../../messages/translate.ts';
import { definition, editedLocale } from '../../models/survey-editor.ts';

/** What a question is called on screen: its words, else its type, else its id when it is not there. */
export function questionName(id: string): string {
  const question = definition.value?.questions.find((one) => one.id === id);
  if (!question) return id;
  return textIn(question.text, editedLocale.value) || t(`builder.kind-${question.type}`);
}
