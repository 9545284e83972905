import { defineConfig } from 'vitest/config';

const project = (name: string, timeout: number, more: string[] = []) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`, ...more],
    testTimeout: timeout,
    hookTimeout: timeout,
    environment: 'node' as const,
  },
});

/** Those that "npm test" runs in part: with TEST_FULL they run whole. */
const WHOLE = [
  'test/worker/fuzz.test.ts',
  'test/browser/admin.test.ts',
  'test/browser/adminConnections.test.ts',
  'test/browser/adminPrivacy.test.ts',
  'test/browser/adminSegments.test.ts',
  'test/browser/adminSurveys.test.ts',
];

/** Those that take times, each with the machine to itself, after all others. */
const measured = { test: { ...project('measured', 1_800_000).test, fileParallelism: false } };

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // Two cores: more workers only make every browser and every workerd slower.
    maxWorkers: 2,
    projects: [
      project('unit', 20_000),
      project('worker', 120_000),
      project('browser', 60_000),
      project('e2e', 120_000),
      // Slow ones, for "npm run test:full".
      ...(process.env['TEST_FULL'] ? [project('engines', 300_000), project('full', 1_800_000, WHOLE), measured] : []),
    ],
    reporters: ['default'],
  },
});
