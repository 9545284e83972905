import { identifyVisitor } from '../verbs/identity/identifyVisitor.ts';
import { takeMessages } from '../verbs/intake/takeMessages.ts';
import { type Collected, type CollectOutcome, collectResponse } from '../verbs/responses/collectResponse.ts';
import { answerInvitation, readInvitation, withdrawInvitation } from '../verbs/surveys/answerInvitation.ts';
import { type Deciding, decide } from '../verbs/surveys/decide.ts';
import { type Displayed, recordDisplay } from '../verbs/surveys/recordDisplay.ts';
import { WorkspaceObject } from './workspaceObject.ts';

/** What visitors send. */
export class VisitorArea extends WorkspaceObject {
  #atLastReply = { read: 0, written: 0 };

  collectResponse(input: Collected): CollectOutcome {
    const outcome = this.#hear(input.now, () => collectResponse(this.runtime.state, input));
    this.#atLastReply = this.runtime.meter();
    if (outcome.ok && outcome.pending) this.runtime.resolveLater(input.now);
    return outcome;
  }

  readInvitation(input: Parameters<typeof readInvitation>[1]) {
    return readInvitation(this.runtime.state, input);
  }

  answerInvitation(input: Parameters<typeof answerInvitation>[1]) {
    return this.#hear(input.now, () => answerInvitation(this.runtime.state, input));
  }

  withdrawInvitation(input: Parameters<typeof withdrawInvitation>[1]) {
    return this.#hear(input.now, () => withdrawInvitation(this.runtime.state, input));
  }

  recordDisplay(input: Displayed) {
    return this.#hear(input.now, () => recordDisplay(this.runtime.state, input));
  }

  identifyVisitor(input: Parameters<typeof identifyVisitor>[1]): void {
    this.#hear(input.now, () => identifyVisitor(this.runtime.state, input));
  }

  takeMessages(input: Parameters<typeof takeMessages>[1]): void {
    this.#hear(input.now, () => takeMessages(this.runtime.state, input));
  }

  decide(input: Deciding) {
    return this.#hear(input.now, () => decide(this.runtime.state, input));
  }

  #hear<T>(now: number, work: () => T): T {
    this.runtime.state.clock.heard(now);
    return this.runtime.write(work);
  }

  /** The meter as it stood when the last response was acknowledged, before anything was done after the reply. */
  meterAtLastReply(): { read: number; written: number } {
    return this.#atLastReply;
  }
}
