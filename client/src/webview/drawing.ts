import type { SourcePlace, TopologyDeployment, TopologyPart } from '../../../server/src/protocol';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The drawing on the page: the server's, whose parts and findings can be reached with the keyboard and lead to the source. */
export class Drawing {
  private parts: ReadonlyMap<string, TopologyPart> = new Map();
  private marked: string | null = null;

  constructor(
    private readonly canvas: HTMLElement,
    private readonly nonce: string,
  ) {}

  /** Replaces the drawing. What had the focus has it again, if it is still there. */
  show(svg: string, deployments: readonly TopologyDeployment[]): void {
    this.parts = new Map(deployments.flatMap(({ parts }) => parts.map((part) => [part.id, part])));
    const focused = addressOf(document.activeElement);
    // As XML, so that nothing in it can be read as anything but what the server has written.
    const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
    documentElement.querySelector('style')?.setAttribute('nonce', this.nonce);
    const root = document.importNode(documentElement, true);
    root.setAttribute('role', 'group');
    // In the size of what it replaces, so that the page does not jump.
    for (const name of ['width', 'height']) {
      const known = this.canvas.querySelector('svg')?.getAttribute(name);
      if (known) root.setAttribute(name, known);
    }
    for (const part of root.querySelectorAll('.part')) this.makeReachable(part);
    for (const part of root.querySelectorAll(unspoken)) part.setAttribute('aria-hidden', 'true');
    this.canvas.replaceChildren(root);
    this.mark(this.marked);
    if (focused !== undefined) this.canvas.querySelector<SVGElement>(focused)?.focus({ preventScroll: true });
  }

  /** In the drawing's own pixels. */
  get size(): Size {
    const { width = 0, height = 0 } = this.canvas.querySelector('svg')?.viewBox.baseVal ?? {};
    return { width, height };
  }

  /** Where the source is of what an element belongs to: of a finding, else of a part. */
  placeAt(element: Element): SourcePlace | undefined {
    const part = this.parts.get(element.closest('[data-part]')?.getAttribute('data-part') ?? '');
    const finding = element.closest('[data-finding]')?.getAttribute('data-finding');
    return (finding ? part?.findings[Number(finding)]?.place : part?.place) ?? undefined;
  }

  /** Marks the part in whose source the cursor is. */
  mark(id: string | null): void {
    this.marked = id;
    for (const part of this.canvas.querySelectorAll('.part')) {
      const isMarked = part.getAttribute('data-part') === id;
      part.classList.toggle('at-cursor', isMarked);
      part.querySelector('.box')?.setAttribute('aria-current', isMarked ? 'location' : 'false');
    }
  }

  /** What the drawing says of a part as a whole, its box says here, so that its findings can be reached beside it. */
  private makeReachable(part: Element): void {
    const box = part.querySelector('.box');
    if (box) makeLink(box, part.getAttribute('aria-label') ?? '');
    for (const name of ['role', 'aria-label']) part.removeAttribute(name);
    const findings = this.parts.get(part.getAttribute('data-part') ?? '')?.findings ?? [];
    for (const finding of part.querySelectorAll('.finding'))
      makeLink(finding, findings[Number(finding.getAttribute('data-finding'))]?.text ?? '');
  }
}

/** What is said in words elsewhere. */
const unspoken = 'text, .stripe, .ground, .edge, .tip, .symbol, .mark';

function makeLink(element: Element, label: string): void {
  for (const [name, value] of Object.entries({ role: 'link', tabindex: '0', 'aria-label': label }))
    element.setAttribute(name, value);
}

/** A selector that finds the element that stands for the same in another drawing. */
function addressOf(element: Element | null): string | undefined {
  const part = element?.closest('.part')?.getAttribute('data-part');
  if (!part) return undefined;
  const finding = element?.getAttribute('data-finding');
  return `[data-part="${CSS.escape(part)}"] ${finding ? `[data-finding="${CSS.escape(finding)}"]` : '.box'}`;
}
