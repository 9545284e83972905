import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../admin/', import.meta.url));

export interface BuildAdminOptions {
  /** Where `admin.html` and `assets/` go. Other files in it are left alone. */
  outDir: string;
  /** Default true. */
  minify?: boolean;
  /** Build again whenever a source file changes; the promise resolves once watching has begun. */
  watch?: boolean;
}

/** Builds the admin's page, and that of its preview of surveys: two documents, and hashed files under `assets/`. Throws on any build error. */
export async function buildAdmin({ outDir, minify = true, watch = false }: BuildAdminOptions): Promise<void> {
  // The folder is shared with the widget, so only what this build owns is cleared.
  await rm(join(outDir, 'assets'), { recursive: true, force: true });
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    base: '/',
    publicDir: false,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir,
      emptyOutDir: false,
      minify,
      // Older targets would have light-dark() and oklch() rewritten into twice the CSS.
      target: ['chrome130', 'firefox130', 'safari18'],
      cssTarget: ['chrome130', 'firefox130', 'safari18'],
      // Nothing inline: the page's policy allows no data: URLs.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      watch: watch ? {} : null,
      rolldownOptions: {
        input: { admin: join(ROOT, 'admin.html'), preview: join(ROOT, 'preview.html') },
        output: {
          // What every screen shares travels together: a dozen tiny files would cost more than the bytes they spare.
          codeSplitting: {
            groups: [
              // What the preview shares with the screens, so that it does not come with all of them.
              {
                name: 'shared',
                test: /contract.(locale|metric|limits|questionType|path|pipe|score)\.ts|preload-helper/,
                priority: 1,
              },
              {
                name: 'kit',
                test: /admin.(components|models.(?!survey)|format|figures|messages.(en|translate)|api)|node_modules.(preact|@preact|hono)/,
              },
            ],
          },
        },
      },
    },
  });
}
