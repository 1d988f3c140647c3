// What the suites need on disk, whichever VS Code they run in.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './tools.mjs';

/** Where all of it is written. */
export const outFolder = path.join(root, 'out', 'e2e');

const suiteOptions = {
  absWorkingDir: root,
  entryPoints: { suite: 'test/e2e/suite/index.ts' },
  bundle: true,
  format: 'cjs',
  external: ['vscode'],
  sourcemap: 'inline',
  logLevel: 'error',
};

/** Bundles the suites with mocha; only VS Code's own API comes from outside. Returns the file that VS Code is told to run. */
export async function buildSuite() {
  await build({
    ...suiteOptions,
    outdir: outFolder,
    platform: 'node',
    target: 'node20',
    // mocha loads reporters and interfaces by name with `require.resolve`; the suite passes the modules themselves.
    logOverride: { 'require-resolve-not-external': 'silent' },
  });
  return path.join(outFolder, 'suite.js');
}

/** The extension as a browser takes it: with neither `main` nor a kind, for this VS Code has a server, which would run it. */
export const webExtension = path.join(outFolder, 'web-extension');

/** As `buildSuite`, for a web worker, which gets the variables of its environment with its text. */
export async function buildWebSuite(environment) {
  rmSync(webExtension, { recursive: true, force: true });
  for (const name of [
    'dist/client-browser.js',
    'dist/worker.js',
    'dist/view',
    'media',
    'schemas',
    'snippets',
    'syntaxes',
  ]) {
    cpSync(path.join(root, name), path.join(webExtension, name), { recursive: true });
  }
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const inBrowser = { ...manifest, main: undefined, extensionKind: undefined };
  writeFileSync(path.join(webExtension, 'package.json'), JSON.stringify(inBrowser));
  await build({
    ...suiteOptions,
    outdir: webExtension,
    platform: 'browser',
    target: 'es2022',
    alias: {
      mocha: 'mocha/mocha.js',
      'node:assert': './test/e2e/suite/web-assert.ts',
      'node:child_process': './test/e2e/suite/web-processes.ts',
    },
    banner: { js: `globalThis.process = { env: ${JSON.stringify(environment)} };` },
  });
  return path.join(webExtension, 'suite.js');
}

/** A fresh copy of the suites' templates, with settings that keep VS Code itself quiet. */
export function makeWorkspace() {
  const workspace = makeFolder('workspace');
  cpSync(path.join(root, 'test', 'e2e', 'workspace'), workspace, { recursive: true });
  mkdirSync(path.join(workspace, '.git'));
  mkdirSync(path.join(workspace, '.vscode'));
  writeFileSync(path.join(workspace, '.vscode', 'settings.json'), JSON.stringify(quietSettings, undefined, 2));
  return workspace;
}

/** An empty folder to be opened, or to hold those. */
export function makeFolder(name) {
  const folder = path.join(outFolder, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Default Light Modern',
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  // Other extensions' findings would be mixed with ours in the pictures: the schema of ARM templates cannot be loaded.
  'json.schemaDownload.enable': false,
};
