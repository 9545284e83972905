import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where everything is, from the checkout's root. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const PUBLIC = join(ROOT, 'dist/public');
export const WORKER = join(ROOT, 'dist/worker');
/** State of the product on this machine; DATA_DIR moves it. */
export const DATA = process.env['DATA_DIR'] ?? join(ROOT, '.data');
