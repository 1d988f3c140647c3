import type { SourcePlace, TopologyDeployment, TopologyFinding, TopologyPart } from '../../../server/src/protocol';

/** Fills the list that says all that the drawing shows, and more: findings in full, and those on none of the parts. */
export function fillList(list: HTMLElement, deployments: readonly TopologyDeployment[]): void {
  const [summary, content] = [list.querySelector('summary'), list.querySelector('div')];
  const parts = deployments.reduce((sum, it) => sum + it.parts.length, 0);
  const findings = new Set(
    deployments
      .flatMap((it) => [...it.parts.flatMap((part) => part.findings), ...it.otherFindings])
      .map(({ text }) => text),
  ).size;
  summary?.replaceChildren(`As a list: ${counted(parts, 'part')}, ${counted(findings, 'finding')}`);
  const focused = labelOf(document.activeElement);
  content?.replaceChildren(...deployments.flatMap(sectionOf));
  const buttons = [...list.querySelectorAll('button')];
  if (focused !== undefined) buttons.find((it) => it.textContent === focused)?.focus({ preventScroll: true });
}

function sectionOf({ title, parts, otherFindings }: TopologyDeployment): readonly HTMLElement[] {
  const others = otherFindings.length === 0 ? [] : [made('li', ['On no part', listOf(otherFindings.map(findingItem))])];
  return [made('h2', [title]), listOf([...parts.map(partItem), ...others])];
}

function partItem({ name, facts, findings, place }: TopologyPart): HTMLElement {
  const items = [...facts.map((fact) => made('li', [fact])), ...findings.map(findingItem)];
  return made('li', [place ? link(name, place) : name, ...(items.length === 0 ? [] : [listOf(items)])]);
}

function findingItem({ severity, text, place }: TopologyFinding): HTMLElement {
  const item = made('li', [link(text, place)]);
  item.className = severity;
  return item;
}

function listOf(items: readonly HTMLElement[]): HTMLElement {
  return made('ul', items);
}

function link(text: string, place: SourcePlace): HTMLElement {
  const button = made('button', [text]);
  button.setAttribute('type', 'button');
  button.dataset['place'] = JSON.stringify(place);
  return button;
}

/** Texts become text, never HTML. */
function made(name: string, children: readonly (string | HTMLElement)[]): HTMLElement {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}

function labelOf(element: Element | null): string | undefined {
  return element instanceof HTMLElement && element.dataset['place'] !== undefined
    ? (element.textContent ?? undefined)
    : undefined;
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
