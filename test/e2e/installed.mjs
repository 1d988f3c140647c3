// A VS Code in which the packed extension is installed, as users have it: no development host, and nobody but keys and a mouse.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { browserFlags } from './workbench.mjs';
import { newDataFolder, startServer } from './vscode-server.mjs';
import { root } from './tools.mjs';

/** The packed extension: what `npm run package` writes. */
export const vsix = path.join(root, 'out', 'pelint.vsix');

/** Where VS Code shows things. */
export const places = {
  squiggle: '.monaco-editor .squiggly-error',
  line: '.monaco-editor .view-line',
  hover: '.monaco-hover:not(.hidden)',
  menu: '.action-widget .monaco-list-row',
  problem: '.markers-panel .monaco-list-row',
  output: '.part.panel .view-line',
  toast: '.notification-toast',
  pick: '.quick-input-widget .quick-input-list .monaco-list-row',
};

/** Installs the extension into a new VS Code and opens a folder in it. `settings` are the user's. */
export async function openInstalled(executablePath, serverFolder, { folder, settings, viewport }) {
  const data = newDataFolder();
  const user = path.join(data, 'data', 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, 'settings.json'), JSON.stringify({ ...quiet, ...settings }));
  manage(serverFolder, data, ['--install-extension', vsix, '--force']);
  const extensions = manage(serverFolder, data, ['--list-extensions', '--show-versions']);

  const server = await startServer(serverFolder, {}, { data });
  const browser = await chromium.launch({ executablePath, headless: true, args: browserFlags });
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const close = async () => {
    await browser.close();
    await server.stop();
  };
  try {
    await page.goto(`http://localhost:${server.port}/?${new URLSearchParams({ folder })}`);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  } catch (error) {
    await close();
    throw error;
  }
  return { page, extensions, close };
}

/** Opens a file of the folder. */
export async function openFile(page, name) {
  await page.keyboard.press('Control+P');
  await pick(page, name);
}

/** Runs a command from the palette. */
export async function runCommand(page, title) {
  await page.keyboard.press('F1');
  await pick(page, `>${title}`);
}

/** Types into the list that is open, and takes the entry that holds the text. */
export async function pick(page, text) {
  await page.locator('.quick-input-widget input.input').fill(text);
  await page
    .locator(places.pick, { hasText: text.replace(/^>/, '') })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
}

function manage(serverFolder, data, args) {
  const all = ['out/server-main.js', '--accept-server-license-terms', '--server-data-dir', data, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { cwd: serverFolder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with status ${status}: ${stdout}${stderr}`);
  return stdout.trim().split('\n');
}

/** Nothing in the window but what the user asked for. */
const quiet = {
  'workbench.startupEditor': 'none',
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'json.schemaDownload.enable': false,
};
