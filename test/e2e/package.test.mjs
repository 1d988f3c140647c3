// Packs the extension, installs that very file into a real VS Code, and uses it by keys. `npm run test:package` runs it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import mocha from 'mocha';
import { openFile, openInstalled, pick, places, runCommand, vsix } from './installed.mjs';
import { makeFolder } from './suite-files.mjs';
import { installChromium, installVsCode, root } from './tools.mjs';

const { after, before, describe, it } = mocha;
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** What the Marketplace lets users wait for, in bytes. */
const sizeLimit = 1_000_000;

describe('The packed extension', () => {
  let report = '';

  before(() => {
    const { stdout, stderr } = spawnSync('npm', ['run', 'package'], { cwd: root, encoding: 'utf8' });
    report = stdout + stderr;
  });

  it('is packed without a warning', () => {
    assert.match(report, /Packaged: /);
    assert.doesNotMatch(report, /warning/i);
  });

  it('is small', () => {
    const { size } = statSync(vsix);
    console.log(`      ${(size / 1000).toFixed(0)} KB of at most ${sizeLimit / 1000}`);
    assert.ok(size <= sizeLimit, `${size} bytes`);
  });
});

describe('The installed extension', () => {
  let vscode;
  let folder;
  const one = (place, hasText) => vscode.page.locator(place, { hasText }).first();

  before(async function () {
    const chromium = installChromium();
    if (chromium === undefined) {
      console.log('      skipped: there is no Chromium to show VS Code in');
      this.skip();
    }
    folder = makeFolder('installed');
    cpSync(path.join(root, 'test', 'e2e', 'workspace'), folder, { recursive: true });
    const viewport = { width: 1280, height: 800 };
    vscode = await openInstalled(chromium, installVsCode(), { folder, settings: {}, viewport });
  });
  after(() => vscode?.close());

  it('is in the list of extensions', () => {
    assert.ok(vscode.extensions.includes(`pelint.pelint@${version}`), vscode.extensions.join());
  });

  it('underlines a wrong geo code in the first template that is opened', async () => {
    await openFile(vscode.page, 'zone.json');
    await one(places.squiggle).waitFor();
  });

  it('mends it by a quick fix', async () => {
    const { page } = vscode;
    await page.keyboard.press('F8'); // Goes to the finding.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+.');
    await one(places.menu, "Change 'westeurope' to 'we'").waitFor();
    await page.keyboard.press('Enter');
    await one(places.line, 'privatelink.we.backup').waitFor();
    await one(places.squiggle).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+S');
    await fileHolds(path.join(folder, 'zone.json'), '"privatelink.we.backup');
  });

  it('shows the FQDNs of a region from the palette', async () => {
    await runCommand(vscode.page, 'Show Expected FQDNs for Region');
    await pick(vscode.page, 'West Europe');
    await one(places.line, '*.privatelink.we.backup.windowsazure.com').waitFor();
  });

  it('has nothing to complain of in its output, and nobody else has', async () => {
    const { page } = vscode;
    await runCommand(page, 'Azure Private Endpoints: Show Output');
    await one('.part.panel .title-actions', 'Azure Private Endpoints').waitFor();
    const lines = await page.locator(places.output).allInnerTexts();
    assert.deepEqual(
      lines.filter((line) => /\berror\b|exception|stack|\bat .*:\d+:\d+/i.test(line)),
      [],
    );
    assert.deepEqual(await page.locator(places.toast).allInnerTexts(), []);
  });
});

/** Saving takes a moment, about which the window says nothing. */
async function fileHolds(file, text) {
  const end = Date.now() + 10_000;
  while (!readFileSync(file, 'utf8').includes(text)) {
    assert.ok(Date.now() < end, `${file} has no ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
