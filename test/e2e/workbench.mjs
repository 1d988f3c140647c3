import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { format, promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { root } from './tools.mjs';
import { viewActions } from './views.mjs';

const command = path.join(root, 'dist', 'cli.js');
const screenshotFolder = path.join(root, 'out', 'screenshots');

/** What Chromium needs on a machine without a display. */
export const browserFlags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
browserFlags.push('--disable-background-networking', '--disable-component-update', '--disable-sync');

/** VS Code's window in a headless browser. */
export class Workbench {
  /** What VS Code wrote to its console. */
  log = '';
  /** What the suite counted, as mocha does; undefined until it says so. */
  counts;

  #executablePath;
  #browser;
  #page;
  #hands;

  constructor(executablePath) {
    this.#executablePath = executablePath;
  }

  /** Opens the workbench on a folder, or a file that names several, and runs the suite in its extension host. Returns the suite's status: 0 if all passed. */
  async runSuite(port, { extension, suite, workspace }, timeout) {
    this.#browser = await chromium.launch({ executablePath: this.#executablePath, headless: true, args: browserFlags });
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 800 } });
    this.#page = await context.newPage();
    this.#page.on('console', (message) => (this.log += `[console.${message.type()}] ${message.text()}\n`));
    // The workbench calls these two; they must be there before it loads.
    const ended = new Promise((resolve) => void this.#page.exposeFunction('codeAutomationExit', resolve));
    await this.#page.exposeFunction('codeAutomationLog', (type, args) => this.#hear(type, args));

    const remote = (file) => `vscode-remote://localhost:${port}${file}`;
    const payload = [
      ['extensionDevelopmentPath', remote(extension)],
      ['extensionTestsPath', remote(suite.replace(/\.js$/, ''))],
      ['enableProposedApi', ''],
      ['skipWelcome', 'true'],
    ];
    const opened = workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
    const query = new URLSearchParams({ [opened]: workspace, payload: JSON.stringify(payload) });
    await this.#page.goto(`http://localhost:${port}/?${query}`);

    let timer;
    const late = new Promise((resolve) => (timer = setTimeout(() => resolve('late'), timeout)));
    const status = await Promise.race([ended, late]);
    clearTimeout(timer);
    if (status !== 'late') return status;
    console.log(`The suite did not end within ${timeout / 1000} s; see out/screenshots/late.png`);
    await this.#takeScreenshot('late');
    return 1;
  }

  /**
   * Lends the suite, which sees no pixels, eyes and hands: a request for `/ACTION?of=VALUE` is done in the window, and answered with
   * text where there is something to tell. Returns the address.
   */
  async serveHands() {
    const actions = {
      screenshot: (name) => this.#takeScreenshot(path.basename(name)),
      press: (key) => this.#page.keyboard.press(key),
      type: (text) => this.#page.keyboard.type(text),
      click: (selector) => this.#page.locator(selector).first().click(),
      counts: (counts) => Promise.resolve(void (this.counts = JSON.parse(counts))),
      text: (selector) => this.#page.locator(selector).allInnerTexts(),
      ...viewActions(() => this.#page),
      output: (of) => outputOf(JSON.parse(of)),
      // Views of extensions are pages within pages.
      frames: () =>
        Promise.all(
          this.#page.frames().map((frame) =>
            frame
              .locator('body')
              .innerText()
              .catch(() => ''),
          ),
        ),
    };
    this.#hands = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url, 'http://localhost');
      // A web worker of the window asks from another origin.
      response.setHeader('Access-Control-Allow-Origin', '*');
      const action = actions[pathname.slice(1)];
      const done = action ? action(searchParams.get('of')) : Promise.reject(new Error(`There is no ${pathname}`));
      done.then(
        (result) => response.end(JSON.stringify(result ?? null)),
        (error) => response.writeHead(500).end(String(error)),
      );
    });
    await new Promise((resolve) => this.#hands.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${this.#hands.address().port}`;
  }

  async close() {
    this.#hands?.close();
    await this.#browser?.close();
  }

  /** mocha's report begins each line with blanks; what VS Code itself has to say is of use only when something fails. */
  #hear(type, args) {
    const line = format(...args);
    if (type === 'info' && /^\s/.test(line)) console.log(line);
    else this.log += `[${type}] ${line}\n`;
  }

  async #takeScreenshot(name) {
    mkdirSync(screenshotFolder, { recursive: true });
    await this.#page.screenshot({ path: path.join(screenshotFolder, `${name}.png`) });
  }
}

/** What the command prints, which suites cannot start where they run in a browser. */
async function outputOf({ args, folder }) {
  const { stdout } = await promisify(execFile)(process.execPath, [command, ...args], { cwd: folder });
  return stdout;
}
