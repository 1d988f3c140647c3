import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What is loaded from outside: bundle name (a file of `dist/`) → its first source file. */
const entries = {
  cli: 'server/src/cli/main.ts',
  server: 'server/src/lsp/node.ts',
  client: 'client/src/node.ts',
  index: 'server/src/index.ts',
  'check-worker': 'server/src/cli/parallel/worker.ts',
  worker: 'server/src/lsp/worker.ts',
  'client-browser': 'client/src/browser.ts',
  'view/topology': 'client/src/webview/topology.ts',
};

/** Those of them that run in a browser, where no bundle can load another one. */
const inBrowser = new Set(['worker', 'client-browser', 'view/topology']);

/** The entries, as absolute paths by bundle name. */
export function entryPoints() {
  return new Map(Object.entries(entries).map(([name, source]) => [name, path.join(root, source)]));
}

/**
 * esbuild's options for one bundle. A dynamic `import()` of a source file becomes a sibling bundle that is loaded when
 * the import runs: what a command does not need is not even parsed. Each such file is reported to `found(name, source)`.
 */
export function bundleOptions(name, source, found) {
  return {
    absWorkingDir: root,
    entryPoints: { [name]: source },
    outdir: 'dist',
    bundle: true,
    ...(inBrowser.has(name) ? browserOptions : nodeOptions),
    // A page has no modules of CommonJS.
    ...(name.startsWith('view/') && { format: 'iife' }),
    external: ['vscode'],
    // Reading the text is a good part of a small run, so it is short; names stay, for the sake of stack traces.
    minifyWhitespace: true,
    minifySyntax: true,
    // But for what a browser has to fetch.
    minifyIdentifiers: inBrowser.has(name),
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    ...(name === 'cli' && { banner: { js: '#!/usr/bin/env node' } }),
    plugins: inBrowser.has(name) ? [] : [siblingBundles(found)],
  };
}

const nodeOptions = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // `require` starts faster than `import()`, which would bring up Node's loader for ES modules.
  supported: { 'dynamic-import': false },
  // `main` of jsonc-parser is a UMD build that esbuild cannot follow: the bundle would die at its start.
  mainFields: ['module', 'main'],
  conditions: ['import', 'module'],
  // For `createRequire(import.meta.url)`, which takes a path as well; CommonJS has no `import.meta`.
  define: { 'import.meta.url': '__filename' },
};

const browserOptions = {
  platform: 'browser',
  target: 'es2022',
  // VS Code loads an extension as a CommonJS module in the browser, too; a worker minds neither way.
  format: 'cjs',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['browser', 'import', 'module'],
};

function siblingBundles(found) {
  return {
    name: 'sibling-bundles',
    setup(build) {
      build.onResolve({ filter: /^\./ }, async (args) => {
        if (args.kind !== 'dynamic-import' || args.pluginData === 'resolving') return undefined;
        const { path: target, errors } = await build.resolve(args.path, {
          resolveDir: args.resolveDir,
          kind: args.kind,
          pluginData: 'resolving',
        });
        if (errors.length > 0) return { errors };
        const sibling = bundleName(target);
        found(sibling, target);
        return { path: `./${sibling}.js`, external: true };
      });
    },
  };
}

function bundleName(source) {
  for (const [name, entry] of entryPoints()) if (entry === source) return name;
  const file = path.relative(root, source).replaceAll(path.sep, '/');
  return file.replace(/^server\/src\/|(?<=^client\/)src\/|\.ts$/g, '').replaceAll('/', '-');
}
