// Renders media/icon.svg as the PNG that the Marketplace wants. Run by hand when the drawing has changed; needs a Chromium.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { installChromium } from '../test/e2e/tools.mjs';
import { root } from './bundles.mjs';

const size = 128;
const executablePath = installChromium();
if (executablePath === undefined) throw new Error('There is no Chromium to draw with.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: size, height: size } });
const drawing = readFileSync(path.join(root, 'media', 'icon.svg'), 'utf8');
await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
await page.screenshot({ path: path.join(root, 'media', 'icon.png'), omitBackground: true });
await browser.close();
