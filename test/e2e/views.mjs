import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './tools.mjs';

const axe = path.join(root, 'node_modules', 'axe-core', 'axe.min.js');
const patience = 10_000;

/**
 * What can be done in the pages within the window, which is where extensions show what is their own: each takes a CSS selector and finds
 * the page by it. Answers with text where there is something to tell. `thePage` gives the window, which is opened later.
 */
export function viewActions(thePage) {
  const inView = async (selector) => (await frameWith(thePage(), selector)).locator(selector).first();
  return {
    viewClick: async (selector) => (await inView(selector)).click(),
    viewFocus: async (selector) => (await inView(selector)).focus(),
    viewTexts: async (selector) => (await frameWith(thePage(), selector)).locator(selector).allTextContents(),
    /** What the element that has the focus says of itself. */
    viewFocused: async (selector) =>
      (await frameWith(thePage(), selector)).evaluate(
        'document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent',
      ),
    /** Attributes and the place of an element, as the browser has them. */
    viewBox: async (selector) => (await inView(selector)).evaluate(boxOf),
    viewWheel: async (selector) => {
      await (await inView(selector)).hover();
      await thePage().keyboard.down('Control');
      await thePage().mouse.wheel(0, -100);
      await thePage().keyboard.up('Control');
    },
    /** Presses in the middle of an element, and moves by 120 pixels to the left and 60 up before letting go. */
    viewDrag: async (selector) => {
      const { x, y, width, height } = await (await inView(selector)).boundingBox();
      const [left, top] = [x + width / 2, y + height / 2];
      await thePage().mouse.move(left, top);
      await thePage().mouse.down();
      await thePage().mouse.move(left - 120, top - 60, { steps: 4 });
      await thePage().mouse.up();
    },
    /** What axe finds that people with disabilities would trip over, one line each. */
    axe: async (selector) => {
      const frame = await frameWith(thePage(), selector);
      // As the debugger's own code: the page itself lets no script in.
      await frame.evaluate(readFileSync(axe, 'utf8'));
      const { violations } = await frame.evaluate('axe.run(document, { resultTypes: ["violations"] })');
      return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
    },
  };
}

function boxOf(element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}

async function frameWith(page, selector) {
  const end = Date.now() + patience;
  for (;;) {
    for (const frame of page.frames().slice(1)) {
      const count = await frame
        .locator(selector)
        .count()
        .catch(() => 0);
      if (count > 0) return frame;
    }
    if (Date.now() > end) throw new Error(`No view has ${selector}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
