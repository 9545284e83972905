import { hrefWith, navigate } from './location.ts';
import type { Section } from './survey-editor.ts';

/** The address of a place in the editor. */
export function placeHref(section: Section, question: string | null = null): string {
  return hrefWith({ section: section === 'questions' ? null : section, question });
}

/** Goes to a place in the editor: no step for the back button, which leads out of it. */
export function goTo(section: Section, question: string | null = null): void {
  navigate(placeHref(section, question), { replace: true });
}
