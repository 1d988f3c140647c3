// What the suite needs on disk, whichever VS Code it runs in.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './tools.mjs';

/** The bundled suite: what VS Code is told to run. */
export const suitePath = path.join(root, 'out', 'e2e', 'suite.js');

/** Bundles the suite with mocha; only VS Code's own API comes from outside. */
export async function buildSuite() {
  await build({
    absWorkingDir: root,
    entryPoints: { suite: 'test/e2e/suite/index.ts' },
    outdir: path.dirname(suitePath),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'error',
    // mocha loads reporters and interfaces by name with `require.resolve`; the suite passes the modules themselves.
    logOverride: { 'require-resolve-not-external': 'silent' },
  });
}

/** A fresh copy of the suite's templates, with settings that keep VS Code itself quiet. */
export function makeWorkspace() {
  const workspace = path.join(root, 'out', 'e2e', 'workspace');
  rmSync(workspace, { recursive: true, force: true });
  cpSync(path.join(root, 'test', 'e2e', 'workspace'), workspace, { recursive: true });
  mkdirSync(path.join(workspace, '.git'));
  mkdirSync(path.join(workspace, '.vscode'));
  writeFileSync(path.join(workspace, '.vscode', 'settings.json'), JSON.stringify(settings, undefined, 2));
  return workspace;
}

const settings = {
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Default Light Modern',
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  // Other extensions' findings would be mixed with ours in the pictures: the schema of ARM templates cannot be loaded.
  'json.schemaDownload.enable': false,
};
