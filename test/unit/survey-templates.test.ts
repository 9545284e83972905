import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../contract/locale.ts';
import { pathOf, placesAfter } from '../../contract/path.ts';
import { surveyTemplate } from '../../contract/surveyDraft.ts';
import { findProblems } from '../../worker/survey-check/findProblems.ts';
import { textsOf } from '../../worker/survey-check/textsOf.ts';
import { SURVEY_TEMPLATES } from '../../worker/survey-templates/templates.ts';

const CONTEXT = { touchpoints: [], segments: [], shownAttributes: [], sites: 'seen', now: 0 } as const;

describe.each(SURVEY_TEMPLATES.map((template) => [template.id, template] as const))(
  'the template %s',
  (_, template) => {
    const { definition } = template;

    it('has the shape of what is published, and nothing wrong with it', () => {
      expect(surveyTemplate.parse(template)).toEqual(template);
      expect(findProblems(definition, CONTEXT)).toEqual([]);
    });

    it('is written in every language of the product', () => {
      expect(definition.locales).toEqual([...LOCALES]);
      const texts = [template.name, template.about, ...textsOf(definition).map(({ text }) => text)];
      for (const text of texts) {
        expect(Object.keys(text)).toEqual([...LOCALES]);
        const written = Object.values(text);
        // Short words like "Service" may be the same by chance; Persian never is.
        expect(text['fa']).toMatch(/\p{Script=Arabic}/u);
        // Arabic letters that look alike but are others.
        expect(text['fa']).not.toMatch(/[يكة]/);
        for (const words of written) expect(words?.trim()).toBe(words);
      }
    });

    it('asks something else of those who are content than of those who are not', () => {
      const ways = definition.questions.map(({ next = [] }) => new Set(next.map(({ go }) => go)).size);
      expect(Math.max(...ways)).toBeGreaterThan(1);
    });

    it('comes to an end within six questions, whichever way is taken', () => {
      const longest = (place: number): number =>
        place >= definition.questions.length
          ? 0
          : 1 + Math.max(...placesAfter(definition.questions, place).map(longest));
      expect(longest(0)).toBeLessThanOrEqual(6);
      expect(pathOf(definition.questions, { values: {} })[0]).toBe(0);
    });
  },
);

describe('the templates', () => {
  it('are the six moments asked about most', () => {
    expect(SURVEY_TEMPLATES.map(({ id }) => id).sort()).toEqual([
      'after-purchase',
      'after-support',
      'cancellation',
      'delivery',
      'onboarding',
      'relationship-nps',
    ]);
  });
});
