import { reportSizes } from './sizes.ts';

process.exit((await reportSizes()) ? 0 : 1);
