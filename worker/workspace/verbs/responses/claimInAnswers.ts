import type { Answer } from '../../../../contract/collect.ts';
import type { Question } from '../../../../contract/survey.ts';
import type { ClaimIdentity } from '../../identified.ts';

/** Who a visitor says they are by answering a question for their email address or phone number; null when by none. */
export function claimInAnswers(questions: readonly Question[], answers: readonly Answer[]): ClaimIdentity | null {
  const given = (type: 'email' | 'phone') => {
    for (const question of questions.filter((one) => one.type === type)) {
      const value = answers.find((answer) => answer.question === question.id)?.value;
      if (typeof value === 'string' && value.trim() !== '') return value.trim();
    }
    return null;
  };
  const email = given('email');
  const phone = given('phone');
  return email || phone ? { kind: 'claim', email, phone, externalId: null, name: null } : null;
}
