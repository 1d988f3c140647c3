// `npm run screenshots` takes the pictures of the README anew, in a real VS Code in which the packed extension is installed.
// Run by hand, and look at them, when what they show has changed; needs a Chromium. `--all` takes those of the walkthrough, too,
// which are only for looking at.
import { cpSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { openFile, openInstalled, pick, places, runCommand } from '../installed.mjs';
import { makeFolder } from '../suite-files.mjs';
import { installChromium, installVsCode, root } from '../tools.mjs';

const media = path.join(root, 'media', 'screenshots');
const viewport = { width: 1000, height: 500 };

/** A window with little in it but the editor. */
const settings = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.tips.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'chat.commandCenter.enabled': false,
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.links': false,
  'editor.stickyScroll.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'files.autoSave': 'off',
};

await main();

async function main() {
  const chromium = installChromium();
  const serverFolder = installVsCode();
  if (chromium === undefined || serverFolder === undefined) throw new Error('There is no VS Code to take pictures of.');
  mkdirSync(media, { recursive: true });
  const folder = makeFolder('contoso');
  cpSync(path.join(root, 'test', 'e2e', 'pictures', 'infra'), path.join(folder, 'infra'), { recursive: true });
  const { page, close } = await openInstalled(chromium, serverFolder, { folder, settings, viewport });
  try {
    await page.keyboard.press('Control+B'); // Closes the side bar.
    await takeAll(page);
  } catch (error) {
    await page.screenshot({ path: path.join(root, 'out', 'screenshots', 'failed.png') });
    throw error;
  } finally {
    await close();
  }
}

async function takeAll(page) {
  const one = (place, hasText) => page.locator(place, { hasText }).first();
  await openFile(page, 'backup.json');
  await one(places.squiggle).waitFor();
  await toZone(page);
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+I');
  await one(places.hover, 'PE202').waitFor();
  await take(page, 'finding');

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+.');
  await one(places.menu, "Change 'westeurope' to 'we'").waitFor();
  await take(page, 'quick-fix');

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+M');
  await one(places.problem, 'PE202').waitFor();
  await take(page, 'problems');
  await page.keyboard.press('Control+J');

  await runCommand(page, 'Show Expected FQDNs for Region');
  await pick(page, 'West Europe');
  await one(places.line, '*.privatelink.we.backup.windowsazure.com').waitFor();
  await take(page, 'fqdns');

  if (process.argv.includes('--all')) await takeWalkthrough(page);
}

/** Puts the cursor on the geo code that is wrong. */
async function toZone(page) {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input.input').fill(':19:32');
  await page.keyboard.press('Enter');
}

async function takeWalkthrough(page) {
  await runCommand(page, 'Welcome: Open Walkthrough...');
  await pick(page, 'Azure Backup behind Private Endpoints');
  const steps = page.locator('.getting-started-step');
  await steps.first().waitFor();
  for (let step = 0; step < (await steps.count()); step++) {
    await steps.nth(step).click();
    await take(page, `walkthrough-${step + 1}`, path.join(root, 'out', 'screenshots'));
  }
}

async function take(page, name, folder = media) {
  await page.mouse.move(viewport.width * 0.8, 15);
  await page.waitForTimeout(700); // For what fades in, and a cursor that blinks.
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, caret: 'hide', animations: 'disabled' });
  const { size } = statSync(file);
  console.log(`${path.relative(root, file)}: ${(size / 1000).toFixed(0)} KB`);
}
