import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

const widgetDir = join(import.meta.dirname, '../widget');

/**
 * Takes the line breaks and indents out of the element's templates, which a minifier must leave as they are. They are
 * folded in all of a file: its statements end in semicolons, and its line comments stand on lines of their own.
 */
const foldTemplates: Plugin = {
  name: 'fold-templates',
  enforce: 'pre',
  transform(code, id) {
    if (!id.startsWith(join(widgetDir, 'element')) || !id.endsWith('.ts')) return null;
    return code
      .replace(/^\s*\/\/.*$/gm, '')
      .replace(/\s*\n\s*/g, ' ')
      .replace(/(?<=[a-z0-9"/}]>) (?=[<$])/g, '')
      .replace(/(?<=["}]) (?=\/?>)/g, '')
      .replace(/(?<=\}) (?=<\/)/g, '');
  },
};

/** Takes out the list of versions that lit keeps on the window: the widget has one global name, and it is not lit's. */
const leaveNoMark: Plugin = {
  name: 'leave-no-mark',
  transform(code, id) {
    if (!id.endsWith('/lit-html/lit-html.js')) return null;
    const clean = code.replace(/\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, 'void 0');
    if (clean === code) throw new Error('lit-html marks the window in a way that is not known here');
    return clean;
  },
};

/** Bundles one entry of the widget into one script's text. */
async function bundle(entry: string, format: 'es' | 'iife', minify: boolean, define: Record<string, string> = {}) {
  const result = await build({
    configFile: false,
    root: widgetDir,
    logLevel: 'warn',
    define,
    // Lit's published build, even where NODE_ENV says test.
    resolve: { conditions: ['module', 'browser'] },
    plugins: [foldTemplates, leaveNoMark],
    build: {
      write: false,
      target: 'es2022',
      cssTarget: 'esnext',
      minify: minify && 'oxc',
      // An application's build would wrap the loader's import() in a preloader of its own.
      ...(format === 'iife' && { lib: { entry: join(widgetDir, entry), formats: [format], name: 'touchstone' } }),
      rolldownOptions: {
        input: join(widgetDir, entry),
        preserveEntrySignatures: 'strict',
        output: { format, comments: false },
      },
    },
  });
  const outputs = Array.isArray(result)
    ? result.flatMap(({ output }) => output)
    : 'output' in result
      ? result.output
      : [];
  const [chunk, ...others] = outputs;
  if (chunk?.type !== 'chunk' || others.length) throw new Error(`${entry} did not become one file`);
  return chunk.code.trim();
}

function hashOf(...texts: string[]): string {
  return createHash('sha256').update(texts.join('\0')).digest('base64url').slice(0, 8);
}

/**
 * Builds the widget: the element and the outbox as immutable files under `outDir/public/w/assets/`, the loader as
 * `outDir/widget/loader.txt`, an expression that the worker calls with a site's rules.
 *
 * @returns the paths of the loader and the element
 */
export async function buildWidget(options: {
  outDir: string;
  minify?: boolean;
}): Promise<{ loader: string; element: string }> {
  const minify = options.minify ?? true;
  const assets = join(options.outDir, 'public/w/assets');
  const loaderDir = join(options.outDir, 'widget');
  await rm(assets, { recursive: true, force: true });
  await mkdir(assets, { recursive: true });
  await mkdir(loaderDir, { recursive: true });

  /** Writes a lazy file under a name that changes with its contents. */
  const asset = async (name: string, entry: string) => {
    const code = await bundle(entry, 'es', minify);
    const file = `${name}.${hashOf(code)}.js`;
    await writeFile(join(assets, file), code);
    return file;
  };
  const element = await asset('survey', 'element/main.ts');
  const outbox = await asset('outbox', 'outbox/main.ts');
  // All that a texts file is made by: the frame's words in every language, and how they are chosen.
  const texts = await bundle('../worker/collect/textsOf.ts', 'es', true);
  const code = await bundle('loader/main.ts', 'iife', minify, {
    ELEMENT_FILE: JSON.stringify(element),
    OUTBOX_FILE: JSON.stringify(outbox),
    BUILD: JSON.stringify(hashOf(element, texts)),
  });
  const loader = join(loaderDir, 'loader.txt');
  // What the bundle calls SITE_RULES is the wrapping function's argument.
  await writeFile(loader, `(function(SITE_RULES){${code}})`);
  return { loader, element: join(assets, element) };
}
