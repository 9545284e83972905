import { presentDetail } from '../presentResponse.ts';
import { coverage } from '../verbs/people/coverage.ts';
import { deleteResponse, retie, undoMatch, visible } from '../verbs/responses/decideMatch.ts';
import { deleteTests } from '../verbs/responses/deleteTests.ts';
import { type Asked, countResponses, listResponses } from '../verbs/responses/listResponses.ts';
import { overview } from '../verbs/workspace/overview.ts';
import { VisitorArea } from './visitors.ts';

/** Answers and what they add up to. */
export class ResponseArea extends VisitorArea {
  listResponses(asked: Asked, page: { cursor?: number; limit: number }) {
    return listResponses(this.runtime.state, asked, page);
  }

  countResponses(asked: Asked) {
    return countResponses(this.runtime.state, asked);
  }

  readResponse(input: { id: string; masked: boolean }) {
    const record = visible(this.runtime.state, input.id);
    return record ? presentDetail(this.runtime.state, record, input.masked) : null;
  }

  retieResponse(input: Parameters<typeof retie>[1]) {
    return this.runtime.write(() => retie(this.runtime.state, input));
  }

  undoMatch(input: Parameters<typeof undoMatch>[1]) {
    return this.runtime.write(() => undoMatch(this.runtime.state, input));
  }

  deleteResponse(input: Parameters<typeof deleteResponse>[1]): boolean {
    return this.runtime.write(() => deleteResponse(this.runtime.state, input));
  }

  deleteTests(input: Parameters<typeof deleteTests>[1]) {
    return this.runtime.write(() => deleteTests(this.runtime.state, input));
  }

  overview(input: Parameters<typeof overview>[1]) {
    return overview(this.runtime.state, input);
  }

  coverage(input: Parameters<typeof coverage>[1]) {
    return coverage(this.runtime.state, input);
  }
}
