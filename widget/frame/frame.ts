import type { FrameTexts, MoreTexts } from '../../contract/rules.ts';

/** Every word of the survey's frame, in one language. */
export type Frame = FrameTexts & MoreTexts;
