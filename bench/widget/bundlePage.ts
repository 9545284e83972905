import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../scripts/paths.ts';
import type { Answer } from './contender.ts';

const TYPES: Record<string, string> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' };

/** What a bundler makes of a page's script: the tags for its head, and the files they name. */
export interface Bundle {
  head: string;
  file(path: string): Promise<Answer | undefined>;
}

/**
 * Bundles `pages/NAME.ts` as a site's own production build would: minified, and shaken of what its imports leave unused.
 *
 * @param folder - the contender's folder on the server
 * @param define - constants that the contender's makers say to set in a production build
 */
export async function bundlePage(folder: string, name: string, define: Record<string, string> = {}): Promise<Bundle> {
  const outDir = join(ROOT, 'dist/bench', name);
  const result = await build({
    configFile: false,
    root: import.meta.dirname,
    base: './',
    mode: 'production',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      minify: 'oxc',
      modulePreload: false,
      rolldownOptions: { input: join(import.meta.dirname, `pages/${name}.ts`), output: { comments: false } },
    },
  });
  if (!('output' in result)) throw new Error(`${name} did not become one bundle`);
  const tags = result.output.map((file) => {
    if (file.fileName.endsWith('.css')) return `<link rel="stylesheet" href="${folder}/${file.fileName}">`;
    if (file.type !== 'chunk' || !file.isEntry) return '';
    return `<script type="module" async src="${folder}/${file.fileName}"></script>`;
  });
  const names = new Set(result.output.map(({ fileName }) => `/${fileName}`));
  return {
    head: tags.join(''),
    async file(path) {
      if (!names.has(path)) return undefined;
      const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
      return { type, body: await readFile(join(outDir, path)) };
    },
  };
}
