import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { slimLit } from './slimLit.ts';

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
      .replace(/(?<=["}]) (?=\/?>)/g, '')
      .replace(/(?<=[a-z0-9"/}]>) (?=[<$])/g, '')
      .replace(/(?<=\}) (?=<\/)/g, '');
  },
};

/** Bundles one entry of the widget into one script's text, or into the files that it fetches as they are needed. */
async function bundle(
  entry: string,
  format: 'es' | 'iife',
  options: { minify: boolean; define?: Record<string, string>; name?: string },
) {
  const { minify, define = {}, name = 'file' } = options;
  const result = await build({
    configFile: false,
    root: widgetDir,
    logLevel: 'warn',
    define,
    // Lit's published build, even where NODE_ENV says test.
    resolve: { conditions: ['module', 'browser'] },
    plugins: [foldTemplates, slimLit],
    build: {
      write: false,
      target: 'es2022',
      cssTarget: 'esnext',
      minify: minify && 'oxc',
      // An application's build would put a preloader around every import().
      lib: { entry: { [name]: join(widgetDir, entry) }, formats: [format], name: 'touchstone' },
      rolldownOptions: {
        // What is fetched later takes lit and the rest from its entry's file: one copy, and one file to begin with.
        preserveEntrySignatures: 'allow-extension',
        output: {
          format,
          comments: false,
          minify,
          entryFileNames: '[name].[hash].js',
          chunkFileNames: `${name}-[name].[hash].js`,
        },
      },
    },
  });
  const outputs = Array.isArray(result)
    ? result.flatMap(({ output }) => output)
    : 'output' in result
      ? result.output
      : [];
  return outputs.map((file) => {
    if (file.type !== 'chunk') throw new Error(`${entry} left ${file.fileName} behind`);
    return { file: file.fileName, code: file.code.trim(), isEntry: file.isEntry };
  });
}

function hashOf(...texts: string[]): string {
  return createHash('sha256').update(texts.join('\0')).digest('base64url').slice(0, 8);
}

/**
 * Builds the widget: the element and what else is fetched as immutable files under `outDir/public/w/assets/`, among
 * them a loader of any site; the loader as `outDir/widget/loader.txt`, an expression that the worker calls with a site's
 * rules; all their names as `outDir/widget/files.txt`.
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

  /** Writes lazy files under names that change with their contents; answers the first one's. */
  const asset = async (name: string, entry: string) => {
    const files = await bundle(entry, 'es', { minify, name });
    for (const { file, code } of files) await writeFile(join(assets, file), code);
    const [first, ...others] = files.filter(({ isEntry }) => isEntry);
    if (!first || others.length) throw new Error(`${entry} did not become one file`);
    return first.file;
  };
  const element = await asset('survey', 'element/main.ts');
  const lazy = await Promise.all(
    ['whom', 'when', 'explain'].map(async (name) => {
      const [file, ...others] = await bundle(`${name}/main.ts`, 'es', { minify });
      if (!file || others.length) throw new Error(`${name} did not become one file`);
      return { name, code: file.code };
    }),
  );
  // All that a texts file is made by: the frame's words in every language, and how they are chosen.
  const [texts] = await bundle('../worker/collect/textsOf.ts', 'es', { minify: true });
  const build = hashOf(element, texts?.code ?? '', ...lazy.map(({ code }) => code));
  for (const { name, code } of lazy) await writeFile(join(assets, `${name}.${build}.js`), code);
  const names = { element, build };
  const [code] = await bundle('loader/main.ts', 'iife', { minify, define: { ASSETS: JSON.stringify(names) } });
  const [any] = await bundle('loader/any.ts', 'iife', { minify });
  const anyCode = any?.code ?? '';
  const sri = {
    file: `loader.${hashOf(anyCode)}.js`,
    integrity: `sha384-${createHash('sha384').update(anyCode).digest('base64')}`,
  };
  await writeFile(join(assets, sri.file), anyCode);
  await writeFile(join(loaderDir, 'files.txt'), JSON.stringify({ assets: names, sri }));
  const loader = join(loaderDir, 'loader.txt');
  // What the bundle calls SITE_RULES is the wrapping function's argument.
  await writeFile(loader, `(function(SITE_RULES){${code?.code}})`);
  return { loader, element: join(assets, element) };
}
