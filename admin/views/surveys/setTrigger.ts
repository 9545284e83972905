import type { Triggers } from '../../../contract/survey.ts';
import { setField } from '../../models/set-field.ts';
import { edit } from '../../models/survey-editor.ts';

/** Sets one field of the triggers. */
export function setTrigger<Name extends keyof Triggers>(
  name: Name,
  value: Triggers[Name] | undefined,
  tag: string | null = null,
): void {
  edit((now) => ({ ...now, triggers: setField(now.triggers, name, value) }), tag);
}
