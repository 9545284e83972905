import { signal } from '@preact/signals';
import type { SegmentPreview, SegmentRule } from '../../contract/segment.ts';
import * as api from '../api.ts';
import { t } from '../messages/translate.ts';
import { attempt } from './attempt.ts';
import { debounce } from './debounce.ts';
import type { Faults } from './faults.ts';
import { navigate } from './location.ts';
import { createResource } from './resource.ts';
import { segment } from './segments.ts';
import { say } from './toast.ts';

/** The rule that is being written; null while none is. */
export const draft = signal<SegmentRule | null>(null);
/** Who it would cover. */
export const preview = createResource<SegmentPreview>();

/** As long as typing pauses before people are counted. */
const PAUSE = 350;

const count = debounce((rule: SegmentRule) => {
  void preview.load((abort) => api.previewSegment(rule, abort));
}, PAUSE);

/** Begins to write a rule. */
export function beginRule(rule: SegmentRule): void {
  preview.clear();
  changeRule(rule);
}

/** Writes on; who it would cover is counted once typing pauses. */
export function changeRule(rule: SegmentRule): void {
  draft.value = rule;
  count(rule);
}

/** Leaves the rule as it was. */
export function dropRule(): void {
  draft.value = null;
  preview.clear();
}

/** Saves the rule as a new segment, or over one. Resolves to whether it was done. */
export function saveRule(id: string | null, name: string, faults: Faults): Promise<boolean> {
  return attempt(async () => {
    const rule = draft.value;
    if (!rule) return;
    const saved =
      id === null ? await api.createSegment({ name, rule, persona: null }) : await api.editSegment(id, { name, rule });
    segment.data.value = saved;
    dropRule();
    say(t('segments.saved'));
    if (id === null) navigate(`/segments/${encodeURIComponent(saved.id)}`, { replace: true });
  }, faults);
}
