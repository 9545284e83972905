import { EXAMPLE_MAX } from '../importRecord.ts';

/** The examples shown of a file's columns, without those that came from cells which are to be forgotten. */
export function withoutExamples(samples: readonly string[][], gone: readonly string[]): string[][] {
  const forgotten = new Set(gone.map((cell) => cell.trim().slice(0, EXAMPLE_MAX)));
  return samples.map((examples) => examples.filter((example) => !forgotten.has(example)));
}
